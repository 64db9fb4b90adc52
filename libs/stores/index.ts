export { StoreView, TillView } from './store.dto.js';
export { StoreError } from './store.errors.js';
export { StorePermission } from './store.permissions.js';
export { StoresModule } from './stores.module.js';
export { StoresService } from './stores.service.js';
