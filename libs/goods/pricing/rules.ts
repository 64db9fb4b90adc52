// Prices, splits and points of a sale: the same arithmetic for the server that decides and the till that shows.
export { type LinePrice, lineListCents, lineNetCents, returnLineNetCents } from './line.rules.js';
export {
  type QuotedLine,
  type Rounding,
  ROUNDINGS,
  type SaleLine,
  type SaleQuote,
  quoteSale,
} from './quote.rules.js';
export {
  type PointsInput,
  type PointsOfSale,
  pointsOf,
  pointsOfEligible,
  weightOf,
} from './earned-points.rules.js';
export { type WalletSplit, refundParts, splitProportional } from './split.rules.js';
