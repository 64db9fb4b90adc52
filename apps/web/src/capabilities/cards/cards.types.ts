import type { CardOrigin, CardStockState } from '#cards/rules';
import type { CardStatus } from '../../api/types.js';

/** What the HTTP API says about cards. */
export interface CardRow {
  id: number;
  cardNo: string;
  status: CardStatus;
  storeName: string;
  issuedOn: string | null;
  expiresOn: string | null;
  expired: boolean;
  origin: CardOrigin;
  stockState: CardStockState | null;
  memberId: number | null;
  memberName: string | null;
}

export interface LinkedCard {
  cardNo: string;
  status: CardStatus;
}
export interface CardCharge {
  chargeId: number;
  receiptNo: string;
  kind: 'issue' | 'replacement';
  businessDate: string;
  depositCents: number;
  feeCents: number;
  tender: string;
}
export interface CardEvent {
  at: string;
  action: string;
  staffName: string | null;
  storeName: string | null;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
export interface CardDetail {
  id: number;
  cardNo: string;
  status: CardStatus;
  origin: CardOrigin;
  stockState: CardStockState | null;
  storeName: string;
  member: { id: number; name: string } | null;
  walletOwner: { id: number; name: string } | null;
  issuedOn: string | null;
  issuedByName: string | null;
  expiresOn: string | null;
  expired: boolean;
  depositCents: number;
  predecessor: LinkedCard | null;
  successor: LinkedCard | null;
  charges: CardCharge[];
  events: CardEvent[];
}

export interface CardIssued {
  cardId: number;
  cardNo: string;
  chargeId?: number;
  chargeReceiptNo?: string;
  topUpId?: number;
  receiptNo?: string;
}
export interface CardReplaced extends CardIssued {
  replacedCardNo: string;
}

export interface VirtualCode {
  code: string;
  used: boolean;
  validUntil: string;
  seconds: number;
}

export interface CardRange {
  id: number;
  storeId: number;
  storeName: string;
  prefix: string;
  active: boolean;
  version: number;
  note: string | null;
  used: number;
  inStock: number;
  capacity: number;
  createdAt: string;
}

export interface CardStockPlace {
  storeId: number;
  storeName: string;
  ready: number;
  inTransit: number;
  missing: number;
  damaged: number;
}
export interface CardStockRow {
  id: number;
  cardNo: string;
  storeName: string;
  stockState: CardStockState;
  since: string;
}
export interface CardStockDocument {
  id: number;
  kind: 'receive' | 'transfer';
  status: 'sent' | 'received';
  fromStoreId: number | null;
  fromStoreName: string | null;
  toStoreId: number;
  toStoreName: string;
  quantity: number;
  firstNo: string;
  lastNo: string;
  missing: number;
  damaged: number;
  note: string | null;
  differenceNote: string | null;
  madeByName: string;
  madeAt: string;
  receivedByName: string | null;
  receivedAt: string | null;
}
export interface CardStockDocumentDetail extends CardStockDocument {
  lines: { cardNo: string; state: 'sent' | 'received' | 'missing' | 'damaged' }[];
}
