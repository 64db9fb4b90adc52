// The catalogue's face for the browser: codes and the checks a form does before it asks the server.
export {
  PRODUCT_KINDS,
  PRODUCT_STATUSES,
  eanCheckDigit,
  isBarcode,
  isPaymentCode,
  withEanCheckDigit,
} from './barcode.rules.js';
export type { ProductKind, ProductStatus } from './barcode.rules.js';
