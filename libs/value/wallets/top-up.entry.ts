import { type Gift, grantKind, type GrantReceiver, type GrantRules } from '#chain/grants';
import { bonusOf, type Books, House, principalOf } from '#ledger';

export interface PaidIn {
  to: GrantReceiver;
  /** The store that takes the money and gives what comes with it. */
  storeId: number;
  businessDate: string;
  tender: string;
  principalCents: number;
  gifts: readonly Gift[];
  rules: GrantRules;
}

export interface TopUpRepaid {
  /** Principal and bonus debt together, repaid by money and by what came with it. */
  debtRepaidCents: number;
  /** The part of the money that repaid bonus debt and so became no principal. */
  bonusDebtRepaidCents: number;
}

/**
 * What moves in a top-up (golden G01). Money repays debt of principal, then of bonus: both are goods taken and not paid
 * for (golden G21); what is left of it becomes principal. Then comes what is given for it.
 */
export function planTopUp(books: Books, paid: PaidIn): TopUpRepaid {
  const { to, storeId, businessDate, tender } = paid;
  const [principalRef, bonusRef] = [principalOf(to.walletId), bonusOf(to.walletId)];
  const against = House.tender(tender, storeId);
  const owed = books.balance(principalRef).debt;
  const bonusDebtRepaidCents = Math.min(
    books.balance(bonusRef).debt,
    Math.max(0, paid.principalCents - owed),
  );
  const paidIn = paid.principalCents - bonusDebtRepaidCents;
  const principal = books.grant(principalRef, paidIn, { tender, against });
  books.grant(bonusRef, bonusDebtRepaidCents, { tender, against });
  const given = paid.gifts.map((gift) => {
    const { kind, give } = grantKind(gift.terms.kind);
    return give(books, gift, { to, storeId, businessDate, tender, rules: paid.rules.get(kind) });
  });
  return {
    debtRepaidCents: given.reduce(
      (sum, { repaidCents }) => sum + repaidCents,
      principal.repaid + bonusDebtRepaidCents,
    ),
    bonusDebtRepaidCents,
  };
}
