import './store-list.report.js';

export { byStoreName } from './store.names.js';
export { REGIONS, STORES } from './store.named.js';
export { openHeadOffice } from './head-office.js';
export { StoreView, TillView } from './store.dto.js';
export { StoreError } from './store.errors.js';
export { StorePermission } from './store.permissions.js';
export { storesManifest } from './stores.manifest.js';
export { StoresModule } from './stores.module.js';
export { StoresService } from './stores.service.js';
