export { ListViewPermission } from './list-view.permissions.js';
export { listViewsManifest } from './list-views.manifest.js';
