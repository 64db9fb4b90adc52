// What a kind of line of a cart declares. Below all that is sold, so that passes, visits or gifts can join; the sale stands above.
export {
  defineSaleLine,
  type LinesOfKind,
  linesByKind,
  partsByKind,
  SALE_LINE_INPUTS,
  saleLineKind,
  saleLines,
} from './sale-line.js';
export { LineInput, LineStaffInput } from './line-input.dto.js';
export type {
  AskedLine,
  LineParams,
  PricedLine,
  ReturnedPart,
  ReturnPlace,
  SaleLineKind,
  SoldLine,
} from './sale-line.types.js';
