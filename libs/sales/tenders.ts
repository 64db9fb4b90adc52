/** Money from outside: into the drawer, or over a provider. */
export const MONEY_TENDERS = ['cash', 'bank_card', 'wechat', 'alipay'] as const;
export type MoneyTender = (typeof MONEY_TENDERS)[number];

/** How a sale is paid. The cashier enters one wallet amount; the ledger splits it. */
export const TENDERS = ['wallet', ...MONEY_TENDERS] as const;
export type Tender = (typeof TENDERS)[number];
