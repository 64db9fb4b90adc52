// The face of sales for the browser: how a sale may be paid.
export { MONEY_TENDERS, TENDERS } from './tenders.js';
export type { MoneyTender, Tender } from './tenders.js';
