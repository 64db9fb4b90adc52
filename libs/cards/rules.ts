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
  CARD_STATUSES,
  CARD_TRANSITIONS,
  type CardStatus,
  canBecome,
  isUsable,
} from './card.rules.js';
