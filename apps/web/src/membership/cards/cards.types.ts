// What the API says about cards. Generated from its description; words that a screen prefers stand on the right.
export type {
  CardChargeLine as CardCharge,
  CardEventView as CardEvent,
  CardIssuedView as CardIssued,
  CardRangeView as CardRange,
  CardRow,
  CardStockDocumentRow as CardStockDocument,
  CardStockRow,
  CardView as CardDetail,
  ReplacedCardView as CardReplaced,
  VirtualCodeView as VirtualCode,
} from '#web/api-client';
