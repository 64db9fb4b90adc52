// What the browser shares about cards: the status table and the form of a number.
export {
  CARD_NO_LENGTH,
  CARD_PREFIX_LENGTH,
  CARD_SECRET_LENGTH,
  cardNumber,
  checkDigitOf,
  isCardNo,
  typedCardNo,
} from './card-number.rules.js';
export {
  actsOn,
  allows,
  benefitsRest,
  CARD_ACTS,
  CARD_ORIGINS,
  CARD_STATUSES,
  CARD_STOCK_STATES,
  CARD_TRANSITIONS,
  type CardAct,
  type CardOrigin,
  type CardStatus,
  type CardStockState,
  canBecome,
  isUsable,
} from './card.rules.js';
export { type FamilyEvent, type FamilyTerms, pinOfPayment, type PinAsked } from './payer.rules.js';
export { isVirtualCode } from './virtual-code-form.rules.js';
