// What the HTTP API says. Amounts are integer cents, quantities thousandths, rates basis points;
// `…On` and `businessDate` are 'YYYY-MM-DD', `…At` and `at` ISO instants.

export interface Page<Row, Totals = Record<string, number>> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
  totals?: Totals;
}

export type Tender = 'wallet' | 'cash' | 'bank_card' | 'wechat' | 'alipay';
export type CardStatus = 'in_stock' | 'active' | 'lost' | 'replaced' | 'closed';

// Session, stores, staff

export interface TillView {
  id: number;
  name: string;
  active: boolean;
}
export interface StoreView {
  id: number;
  code: string;
  name: string;
  type: string;
  region: string | null;
  timezone: string;
  cutoverHour: number;
  active: boolean;
  phone: string | null;
  address: string | null;
  tills: TillView[];
}
export interface RoleRef {
  code: string;
  name: string;
}
export interface SessionTill {
  id: number;
  name: string;
  storeId: number;
  storeCode: string;
  storeName: string;
}
export interface SessionView {
  staff: { id: number; login: string; name: string; homeStoreId: number };
  roles: RoleRef[];
  permissions: string[];
  allStores: boolean;
  stores: StoreView[];
  till: SessionTill | null;
  businessDate: string | null;
  idleMinutes: number;
  expiresAt: string;
  locked: boolean;
  demo: boolean;
  currency: 'CNY';
  settings: SessionSettings;
}
/** What the screens must know of the settings. */
export interface SessionSettings {
  idleMinutes: number;
  pinLimitCents: number;
  spendOrder: 'proportional' | 'bonus_first' | 'principal_first';
  receiptPrint: 'ask' | 'always' | 'never';
  receiptFooter: string;
  rounding: 'none' | 'down_jiao';
  bonusEarnsPoints: boolean;
  allowNegativeStock: boolean;
  smsSignature: string;
  cardDepositCents: number;
  cardFeeCents: number;
}
export interface PublicInfo {
  name: string;
  demo: boolean;
  version: string;
  logins?: { login: string; password: string; role: string }[];
}
export interface StaffView {
  id: number;
  login: string;
  name: string;
  roles: RoleRef[];
  homeStoreId: number;
  homeStoreName: string;
  storeIds: number[];
  active: boolean;
}
export interface RoleView extends RoleRef {
  id: number;
  permissions: string[];
  allStores: boolean;
}

// Settings and levels

export type SettingValue = string | number | boolean;
export interface SettingRow {
  key: string;
  group: string;
  type: 'cents' | 'whole' | 'flag' | 'choice' | 'text';
  value: SettingValue;
  default: SettingValue;
  version: number;
  changedAt: string | null;
  options?: string[];
  min?: number;
  max?: number;
  unit?: string;
}
export interface LevelView {
  id: number;
  code: string;
  name: string;
  rank: number;
  payRateBps: number;
  pointsPerYuanBps: number;
  memberCount: number;
}

// Members, cards, wallets

export interface MemberRow {
  id: number;
  name: string | null;
  nickname: string | null;
  phoneMasked: string | null;
  levelId: number;
  levelName: string;
  homeStoreName: string;
  joinedOn: string;
  cardCount: number;
  principalCents: number;
  bonusCents: number;
  points: number;
}
export interface MemberCandidate {
  id: number;
  name: string | null;
  nickname: string | null;
  phoneMasked: string | null;
  levelName: string;
  payRateBps: number;
  homeStoreName: string;
  photo: null;
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
  gender: 'female' | 'male' | 'unknown' | null;
  phoneMasked: string | null;
  birthday: Birthday | null;
  birthdayToday: boolean;
  level: { id: number; name: string; payRateBps: number; pointsPerYuanBps: number };
  homeStore: { id: number; name: string };
  joinedOn: string;
  note: string | null;
  hasPin: boolean;
  smsService: boolean;
  smsMarketing: boolean;
  version: number;
  cards: MemberCard[];
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
  principalCents: number;
  bonusCents: number;
  points: number;
  amountCents: number;
}
export interface JoinInput {
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
  topUp?: { amountCents: number; tender: Tender; ruleId?: number | null };
}
export interface JoinResult {
  memberId: number;
  cardId?: number;
  cardNo?: string;
  topUpId?: number;
  receiptNo?: string;
}
export interface CardRow {
  id: number;
  cardNo: string;
  status: CardStatus;
  memberId: number | null;
  memberName: string | null;
  storeName: string;
  issuedOn: string | null;
  expiresOn: string | null;
}
export interface TopUpRule {
  id: number;
  name: string;
  payCents: number;
  bonusCents: number;
  bonusValidDays: number | null;
  bonusInstalments: number;
  points: number;
}
export interface TopUpInput {
  amountCents: number;
  tender: Exclude<Tender, 'wallet'>;
  ruleId?: number | null;
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
}

// Catalogue and stock

export interface CategoryNode {
  id: number;
  code: string;
  name: string;
  depth: number;
  children: CategoryNode[];
}
export type ProductKind = 'goods' | 'service';
export interface ProductRow {
  id: number;
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  categoryId: number;
  categoryName: string;
  barcodes: string[];
  listPriceCents: number;
  discountable: boolean;
  weighed: boolean;
  status: 'active' | 'discontinued';
  priceCents: number;
  onHandMilli: number | null;
}
export interface ProductDetail extends ProductRow {
  costCents: number;
  pointsFactorBps: number;
  storePrices: { storeId: number; storeName: string; priceCents: number }[];
}
export interface DeskProduct {
  id: number;
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  barcode: string | null;
  priceCents: number;
  discountable: boolean;
  weighed: boolean;
  pointsFactorBps: number;
  onHandMilli: number | null;
  categoryName: string;
}
export interface ProductLookup {
  match: 'exact' | 'candidates' | 'none';
  products: DeskProduct[];
}
export interface StockRow {
  productId: number;
  sku: string;
  name: string;
  unit: string;
  storeId: number;
  storeName: string;
  onHandMilli: number;
  valueCents: number;
}

// Sales

export interface SaleInput {
  memberId?: number;
  cardNo?: string;
  lines: { productId: number; qtyMilli: number; unitPriceCents: number }[];
  tenders: { tender: Tender; amountCents: number; givenCents?: number }[];
  dueCents: number;
  pin?: string;
  note?: string;
}
export interface SaleResult {
  saleId: number;
  receiptNo: string;
  dueCents: number;
  changeCents: number;
  principalCents: number;
  bonusCents: number;
  receivedCents: number;
  pointsEarned: number;
  principalAfterCents: number | null;
  bonusAfterCents: number | null;
  pointsAfter: number | null;
}
export interface SaleRow {
  id: number;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeId: number;
  storeName: string;
  staffName: string;
  memberId: number | null;
  memberName: string | null;
  tenders: string[];
  listCents: number;
  discountCents: number;
  dueCents: number;
  receivedCents: number;
  pointsEarned: number;
  voided: boolean;
}
export interface SaleLine {
  lineNo: number;
  productId: number;
  sku: string;
  productName: string;
  unit: string;
  qtyMilli: number;
  unitPriceCents: number;
  payRateBps: number;
  listCents: number;
  netCents: number;
}
export interface SaleDetail extends SaleRow {
  lines: SaleLine[];
  payments: { tender: Tender; amountCents: number; givenCents: number }[];
  cardNoMasked: string | null;
  phoneMasked: string | null;
  tillName: string;
  levelName: string | null;
  principalCents: number;
  bonusCents: number;
  changeCents: number;
  principalAfterCents: number | null;
  bonusAfterCents: number | null;
  pointsAfter: number | null;
  note: string | null;
  printCount: number;
  storeAddress: string | null;
  storePhone: string | null;
  receiptFooter: string;
  void: { at: string; staffName: string; reason: string } | null;
}

// Messages, reports, exports, overview, books, audit

export interface MessageRow {
  id: number;
  at: string;
  storeId: number;
  storeName: string;
  memberId: number | null;
  memberName: string | null;
  phoneMasked: string | null;
  kind: string;
  body: string;
  segments: number;
  status: string;
  reason: string | null;
  driver: string | null;
  sentAt: string | null;
}
export type ExportStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';
export interface ExportView {
  id: number;
  reportId: string;
  title: string;
  status: ExportStatus | (string & {});
  rowsDone: number;
  rowsTotal: number | null;
  fileName: string | null;
  fileBytes: number | null;
  createdAt: string;
  finishedAt: string | null;
  expiresAt: string | null;
  errorCode: string | null;
}
export interface OverviewFigures {
  receivedCents: number;
  consumptionCents: number;
  principalLiabilityCents: number;
  bonusLiabilityCents: number;
  newMembers: number;
  activeMembers: number;
}
export interface OverviewView extends OverviewFigures {
  previous: OverviewFigures;
  days: { date: string; consumptionCents: number }[];
  birthdaysToday: number;
  lowStock: number;
  lastVerification: { at: string; clean: boolean } | null;
}
export interface BooksCheck {
  name: string;
  durationMs: number;
  findings: number;
}
export interface BooksFinding {
  check: string;
  subject: string;
  left: string;
  right: string;
}
export interface BooksVerification {
  id: number;
  startedAt: string;
  durationMs: number;
  /** Each check with its count; an older run may know only how many there were. */
  checks: BooksCheck[] | number;
  findings: BooksFinding[];
}
export interface AuditRow {
  id: number;
  at: string;
  staffName: string | null;
  storeName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | number | null;
  before?: unknown;
  after?: unknown;
  reason: string | null;
}
