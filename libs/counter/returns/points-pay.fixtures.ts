import type { Db } from '#kernel';
import { House, Ledger, pointsOf } from '#ledger';
import { hashPin } from '../../membership/members/pins.service.js';
import { aShopper } from '../sales/sales.fixtures.js';

/** Somebody with points out of two lots: the first ends sooner. */
export async function aMemberWithPoints(
  db: Db,
  place: { storeId: number; staffId: number; levelId: number; at: Date },
  [first, second]: [number, number],
  more: { principalCents?: number; pin?: string },
) {
  const { pin, ...options } = more;
  const { at, levelId, ...here } = place;
  const pinHash = pin ? await hashPin(pin) : undefined;
  const member = await db.write((tx) =>
    aShopper(tx, { ...here, levelId, ...options, ...(pinHash ? { pinHash } : {}) }),
  );
  const { memberId } = member;
  const ref = pointsOf(memberId);
  const against = House.pointsIssued(here.storeId);
  const act = { kind: 'adjustment', businessDate: '2026-11-01', at, ...here, memberId };
  await db.write((tx) =>
    new Ledger().act(tx, { ...act, accounts: [ref] }, (books) => {
      books.grant(ref, second, { against, expiresOn: '2027-12-31', terms: 'gift' });
      if (first) books.grant(ref, first, { against, expiresOn: '2026-12-31', terms: 'gift' });
    }),
  );
  return member;
}
