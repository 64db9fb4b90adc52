// Sales: the till's checkout, the list, receipts and voids.
export { SaleError } from './sale.errors.js';
export { SalePermission } from './sale.permissions.js';
export { SalesModule } from './sales.module.js';
export * from './rules.js';
