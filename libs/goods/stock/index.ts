import './stock-list.report.js';
// What lies on the shelves of each store, and how it got there. Quantity and value are the ledger's.
export { StockError } from './stock.errors.js';
export { stockManifest } from './stock.manifest.js';
export { StockPermission } from './stock.permissions.js';
