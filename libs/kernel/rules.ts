/** The kernel's face for the browser: pure values, no Nest, no database. */
export { MAX_CENTS, MAX_QTY_MILLI } from './values/bounds.js';
export { largestRemainder, mulDivFloor, mulDivRoundHalfUp } from './values/integer-math.js';
export {
  addDays,
  addMonths,
  businessDateOf,
  dateIn,
  daysBetween,
  daysInMonth,
  endOfYear,
  isDate,
} from './values/calendar.js';
export type { StoreClock } from './values/calendar.js';
export {
  foldBarcode,
  foldCardNo,
  foldName,
  foldPhone,
  foldSku,
  gtinCheckDigit,
  isStripe,
  phoneKind,
  plainCode,
  plainText,
  visibleText,
} from './values/folding.js';
export type { PhoneKind } from './values/folding.js';
export { isUnlikelyPayRate, readPayRate } from './values/pay-rate.js';
export type { ReadPayRate } from './values/pay-rate.js';
export { maskCardNo, maskPhone } from './values/mask.js';
export { isWeakPin } from './values/pin.js';
export { quantityProblem, readQuantity } from './values/quantity.js';
export type { QuantityProblem, QuantityTerms } from './values/quantity.js';
export { yuan } from './values/yuan.js';
export {
  isUnfinishedNumber,
  readCents,
  readPlainDecimal,
  readTenThousandths,
  readWhole,
} from './values/written-number.js';
export type { NumberProblem, ReadNumber } from './values/written-number.js';
