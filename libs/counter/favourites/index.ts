// The goods that a till has at hand before anything is scanned.
export { favouritesManifest } from './favourites.manifest.js';
