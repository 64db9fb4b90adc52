export { CardJoiningService } from './card-joining.service.js';
export { joiningManifest } from './joining.manifest.js';
