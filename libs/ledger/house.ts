/** A house account: the chain's own side of an entry. It has no row; its balance is the sum of its postings. */
export interface House {
  house: string;
  storeId: number;
}

const house =
  (name: string) =>
  (storeId: number): House => ({ house: name, storeId });

/** The house accounts, each of one store. Signs and use: docs/ledger.md. */
export const House = {
  /** Money by tender that a till took or gave: the drawer for 'cash', the provider's clearing for the others. */
  tender: (tender: string, storeId: number): House => ({ house: `tender:${tender}`, storeId }),
  /** Money by tender that moved without a till: the store's safe. An act without a till gets it in place of `tender`. */
  safe: (tender: string, storeId: number): House => ({ house: `safe:${tender}`, storeId }),
  sales: house('sales'),
  cardFees: house('card_fees'),
  cardDeposits: house('card_deposits'),
  bonusCost: house('bonus_cost'),
  bonusExpired: house('bonus_expired'),
  pointsIssued: house('points_issued'),
  pointsRedeemed: house('points_redeemed'),
  pointsExpired: house('points_expired'),
  visitsIssued: house('visits_issued'),
  visitsUsed: house('visits_used'),
  visitsExpired: house('visits_expired'),
  principalForfeited: house('principal_expired'),
  costOfSales: house('cost_of_sales'),
  stockOpening: house('stock_opening'),
  stockVariance: house('stock_variance'),
  adjustment: house('adjustment'),
  /** The other side of what members brought from a previous system. */
  openingBalances: house('opening_balances'),
  debtWaived: house('debt_waived'),
  debtSettled: house('debt_settled'),
  refundKept: house('refund_kept'),
} as const;

/** Where value of a lot goes that nobody can spend any more. */
export function expiredHouse(kind: string, storeId: number): House {
  if (kind === 'bonus') return House.bonusExpired(storeId);
  if (kind === 'points') return House.pointsExpired(storeId);
  if (kind === 'visits') return House.visitsExpired(storeId);
  return House.principalForfeited(storeId);
}

const MONEY = /^(?:tender|safe):/;
export const isMoney = (name: string): boolean => MONEY.test(name);

/** Money lies in the drawer of the act's till, or in the store's safe where nobody sits at one. */
export function placeOfMoney(money: House, tillId: number | null | undefined): House {
  const tender = money.house.replace(MONEY, '');
  return tillId ? House.tender(tender, money.storeId) : House.safe(tender, money.storeId);
}

/** Whether a posting is of money, whatever its place: for the queries of checks and figures. */
export const IS_MONEY = "(p.house LIKE 'tender:%' OR p.house LIKE 'safe:%')";
