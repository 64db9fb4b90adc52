import type { MoneyTender } from '../desk/tenders/tender.rules.js';
import type { ConsentView, DuplicateView, ReferrerView, TagView } from '#api-client';
import type { Tender, CardStatus } from './shared.types.js';

export type {
  ConsentRow,
  ConsentView,
  ContactView,
  DuplicateView,
  EraseStanding,
  MemberChangeRow,
  MemberFieldView,
  MemberIdentityView,
  MergePreview,
  MergeValueView,
  ReferrerView,
  TagRow,
  TagView,
} from '#api-client';

export interface MemberCandidate {
  id: number;
  name: string | null;
  nickname: string | null;
  phoneMasked: string | null;
  levelName: string;
  payRateBps: number;
  homeStoreName: string;
  photo: string | null;
  lastVisitOn: string | null;
}
export interface MemberLookup {
  match: 'exact' | 'candidates' | 'none';
  by?: 'card' | 'phone';
  card?: { cardNo: string; status: CardStatus };
  members: MemberCandidate[];
}
export interface Birthday {
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number;
  day: number;
  leapMonth: boolean;
}
export interface MemberCard {
  id: number;
  cardNo: string;
  status: CardStatus;
  storeName: string;
  issuedOn: string;
  expiresOn: string | null;
  /** Past its last day: level price, points and bonus rest. */
  expired: boolean;
  /** Of a family card: whose wallet pays; null: the member's own. */
  payer: CardPayer | null;
}
/** The owner of the wallet that a family card spends, and what the owner allows. */
export interface CardPayer {
  memberId: number;
  name: string;
  hasPin: boolean;
  /** Cents a business day with the holder's PIN; null: the owner's PIN at every payment. */
  dayLimitCents: number | null;
  spentTodayCents: number;
  wallet: WalletView;
}
/** Somebody else's card on a member's wallet. */
export interface FamilyCard {
  id: number;
  cardNo: string;
  status: CardStatus;
  expired: boolean;
  expiresOn: string | null;
  holderId: number;
  holderName: string;
  dayLimitCents: number | null;
  spentTodayCents: number;
}
export interface WalletView {
  walletId: number;
  principalCents: number;
  bonusCents: number;
  spendableCents: number;
  heldBonusCents: number;
  nextRelease: { on: string; cents: number } | null;
  principalDebtCents: number;
  bonusDebtCents: number;
  points: number;
  pointsHeld: number;
  pointsDebt: number;
  pointsExpiring: { on: string; points: number } | null;
}
export interface WalletLot {
  kind: 'principal' | 'bonus' | 'points' | 'visits';
  originOn: string;
  originStoreName: string;
  tender: Tender | null;
  expiresOn: string | null;
  releasesOn: string | null;
  grantedAmount: number;
  remaining: number;
  state: string;
}
export type WalletDetail = WalletView & { lots: WalletLot[] };
export interface MemberDetail {
  id: number;
  name: string | null;
  nickname: string | null;
  kind: 'person' | 'company';
  photo: string | null;
  gender: 'female' | 'male' | 'unknown' | null;
  phoneMasked: string | null;
  birthday: Birthday | null;
  birthdayPreference: 'leap' | 'first' | 'both' | null;
  birthdayToday: boolean;
  level: { id: number; name: string; payRateBps: number; pointsPerYuanBps: number };
  homeStore: { id: number; name: string };
  joinedOn: string;
  note: string | null;
  preferences: string | null;
  custom: Record<string, string | number | boolean>;
  tags: TagView[];
  referrer: ReferrerView | null;
  referredCount: number;
  consents: ConsentView[];
  registered: boolean;
  levelPinned: boolean;
  duplicates: DuplicateView[];
  mergedIds: number[];
  hasPin: boolean;
  /** Of the staff member who this is. */
  staffName: string | null;
  smsService: boolean;
  smsMarketing: boolean;
  version: number;
  cards: MemberCard[];
  familyCards: FamilyCard[];
  walletId: number;
  wallet: WalletView;
}
export interface MemberActivity {
  at: string;
  businessDate: string;
  kind: string;
  storeName: string;
  receiptNo: string | null;
  saleId?: number;
  payoutId?: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  amountCents: number;
  /** The other side of a family card. */
  otherName: string | null;
  place: string;
}
export interface JoinInput {
  custom?: Record<string, string | number | boolean | null>;
  name?: string;
  nickname?: string;
  phone?: string;
  gender?: 'female' | 'male' | 'unknown';
  birthday?: Birthday;
  levelId?: number;
  note?: string;
  smsMarketing?: boolean;
  pin?: string;
  card?: { cardNo?: string | null; depositCents?: number; feeCents?: number };
  topUp?: {
    amountCents: number;
    tender: MoneyTender;
    ruleId?: number | null;
    acceptLimit?: boolean;
  };
}
export interface JoinResult {
  memberId: number;
  cardId?: number;
  cardNo?: string;
  topUpId?: number;
  receiptNo?: string;
}
export interface TopUpRule {
  id: number;
  name: string;
  payCents: number;
  bonusCents: number;
  bonusValidDays: number | null;
  bonusInstalments: number;
  firstAfterMonths: number;
  perMultiple: boolean;
  points: number;
  grantsLevelId: number | null;
  grantsLevelName: string | null;
}
export interface TopUpInput {
  amountCents: number;
  tender: MoneyTender;
  ruleId?: number | null;
  acceptLimit?: boolean;
  cardNo?: string;
  note?: string;
}
export interface TopUpResult {
  topUpId: number;
  receiptNo: string;
  principalCents: number;
  bonusCents: number;
  points: number;
  principalAfterCents: number;
  bonusAfterCents: number;
  pointsAfter: number;
  debtRepaidCents: number;
  levelId: number | null;
}
