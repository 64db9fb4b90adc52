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
