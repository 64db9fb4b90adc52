import { bonusOf, type Books, House, pointsOf, principalOf } from '#ledger';
import type { PointsTerms } from '#value/points';
import type { BonusLot } from './top-up.rules.js';

export interface TopUpGrants {
  walletId: number;
  memberId: number;
  /** The store that takes the money and gives the bonus and points. */
  storeId: number;
  tender: string;
  principalCents: number;
  bonusLots: readonly BonusLot[];
  points: number;
  pointsTerms: PointsTerms;
}

export interface TopUpRepaid {
  /** Principal and bonus debt together, repaid by money and by bonus. */
  debtRepaidCents: number;
  /** The part of the money that repaid bonus debt and so became no principal. */
  bonusDebtRepaidCents: number;
}

/**
 * What moves in a top-up (golden G01). Money repays debt of principal, then of bonus: both are goods taken and not paid
 * for (golden G21); what is left of it becomes principal.
 */
export function planTopUp(books: Books, grants: TopUpGrants): TopUpRepaid {
  const { walletId, memberId, storeId, tender, pointsTerms } = grants;
  const against = House.tender(tender, storeId);
  const owed = books.balance(principalOf(walletId)).debt;
  const bonusDebtRepaidCents = Math.min(
    books.balance(bonusOf(walletId)).debt,
    Math.max(0, grants.principalCents - owed),
  );
  const paidIn = grants.principalCents - bonusDebtRepaidCents;
  const principal = books.grant(principalOf(walletId), paidIn, { tender, against });
  books.grant(bonusOf(walletId), bonusDebtRepaidCents, { tender, against });
  const bonuses = grants.bonusLots.map((lot) =>
    books.grant(bonusOf(walletId), lot.amountCents, {
      tender,
      releasesOn: lot.releasesOn,
      expiresOn: lot.expiresOn,
      gifted: true,
      against: House.bonusCost(storeId),
    }),
  );
  if (grants.points > 0) {
    books.grant(pointsOf(memberId), grants.points, {
      terms: pointsTerms.terms,
      gifted: pointsTerms.gifted,
      expiresOn: pointsTerms.expiresOn,
      against: House.pointsIssued(storeId),
    });
  }
  return {
    debtRepaidCents: bonuses.reduce(
      (sum, { repaid }) => sum + repaid,
      principal.repaid + bonusDebtRepaidCents,
    ),
    bonusDebtRepaidCents,
  };
}
