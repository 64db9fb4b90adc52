// Receipt numbers: one sequence per store and business date, shared by sales and top-ups.
export { receiptNoOf } from './receipt-number.rules.js';
export { NEXT_RECEIPT_SEQUENCE, nextReceiptNo } from './receipt-numbers.js';
export { receiptsManifest } from './receipts.manifest.js';
