import type { CardStatus } from '#membership/cards/rules';

/** The slip of a card's deposit and fee, as it is printed. */
export interface CardSlip {
  chargeId: number;
  receiptNo: string;
  kind: 'issue' | 'replacement';
  at: string;
  storeName: string;
  storeAddress: string | null;
  storePhone: string | null;
  tillName: string | null;
  staffName: string;
  memberName: string;
  phoneMasked: string | null;
  cardNoMasked: string;
  cardStatus: CardStatus;
  cardExpired: boolean;
  tender: string;
  reference: string | null;
  depositCents: number;
  feeCents: number;
  receiptFooter: string;
}
