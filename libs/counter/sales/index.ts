import './sale-list.report.js';
// Sales: the till's checkout, the list, receipts and voids.
export { planSale, type PlannedSale } from './checkout/sale-entry.rules.js';
export type { SaleComponent } from './payment/component.rules.js';
export {
  type ReturnableLine,
  type ReturnableSale,
  ReturnableSales,
  type ReturnedParts,
} from './returnable-sales.js';
export { debitText } from './sale.notices.js';
export { SaleError } from './sale.errors.js';
export { SalePermission } from './sale.permissions.js';
export { salesManifest } from './sales.manifest.js';
export { SalesModule } from './sales.module.js';
export { SaleVoids } from './voids/sale-voids.service.js';
export { type Payment, paymentOf } from './payment/tender.rules.js';
