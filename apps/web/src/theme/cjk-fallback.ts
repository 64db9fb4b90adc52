// A machine without any Chinese font gets one in small pieces, after the first paint; every other
// machine uses its own and downloads nothing.
import '@fontsource-variable/noto-sans-sc/wght.css';
