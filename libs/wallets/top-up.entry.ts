import { bonusOf, type Books, House, pointsOf, principalOf } from '#ledger';
import type { PointsTerms } from '#points';
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

/** What moves in a top-up (golden G01). Returns the cents that repaid debt. */
export function planTopUp(books: Books, grants: TopUpGrants): { debtRepaidCents: number } {
  const { walletId, memberId, storeId, tender, pointsTerms } = grants;
  const principal = books.grant(principalOf(walletId), grants.principalCents, {
    tender,
    against: House.tender(tender, storeId),
  });
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
    debtRepaidCents: bonuses.reduce((sum, { repaid }) => sum + repaid, principal.repaid),
  };
}
