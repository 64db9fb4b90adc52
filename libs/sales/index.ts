import './sale-list.report.js';
// Sales: the till's checkout, the list, receipts and voids.
export { accountsOfSale, planSale, type PlannedSale } from './sale-entry.rules.js';
export { SaleError } from './sale.errors.js';
export { SalePermission } from './sale.permissions.js';
export { SalesModule } from './sales.module.js';
export { SaleVoids } from './sale-voids.service.js';
export { type Payment, paymentOf } from './tender.rules.js';
export * from './rules.js';
