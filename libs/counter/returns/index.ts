// Returns of what was sold, by line and quantity.
export { ReturnError } from './return.errors.js';
export { returnsManifest } from './returns.manifest.js';
export { ReturnsService } from './returns.service.js';
