export { ListViewPermission } from './list-view.permissions.js';
export { ListViewsModule } from './list-views.module.js';
