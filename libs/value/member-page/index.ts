export { memberPageManifest } from './member-page.manifest.js';
