import { randomUUID } from 'node:crypto';
import type { Db, FixedClock } from '#kernel';
import { bonusOf, type Books, House, Ledger, pointsOf, type ActFacts } from '#ledger';
import { STAFF_PIN, type TestApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { toppedUp } from '../wallets/wallets.fixtures.js';
import { spentFrom } from './spending.fixtures.js';

export interface Saver {
  memberId: number;
  walletId: number;
}

/** A chain that asks for the PIN above the amount only: for what is not about PINs. */
export const withoutPayoutPin = (db: Db): Promise<unknown> =>
  db.query(
    "INSERT INTO setting (key, version, value, changed_at) VALUES ('wallet.payout_pin', 1, 'false', now())",
  );

export const aKey = () => ({ key: randomUUID() });
/** The manager agrees on the cashier's screen. */
export const approval = { login: 'manager', pin: STAFF_PIN };
/** What a refund says besides its basis and amount. */
export const SETTLED = { tender: 'cash', giftPoints: 'take_back', points: 'keep' };
/** None of these members has a PIN. */
export const SEEN = { by: 'document', document: 'passport', last4: '2807' };

/** Members with value, and what they did with it before they came to the desk. */
export class SaverKit {
  constructor(
    private readonly api: Pick<TestApp, 'db' | 'org'>,
    private readonly clock: FixedClock,
  ) {}

  /** Value paid in at RM long ago. Amounts in cents. */
  async aSaver(
    principalCents: number,
    bonusCents = 0,
    more: { points?: number; on?: string } = {},
  ): Promise<Saver & { topUpId: number }> {
    const { db, org } = this.api;
    const member = await aMember(db);
    const topUp = await toppedUp(db, member, {
      principalCents,
      bonusCents,
      points: more.points,
      storeId: org.renminId,
      businessDate: more.on ?? '2026-01-05',
    });
    return { ...member, topUpId: topUp.topUpId };
  }

  spent(
    { memberId, walletId }: Saver,
    principalCents: number,
    bonusCents: number,
    listCents?: number,
  ) {
    const { db, org } = this.api;
    const at = { storeId: org.renminId, staffId: org.staffIds.cashier, tillId: org.renminTillId };
    return spentFrom(db, { ...at, walletId, memberId }, { principalCents, bonusCents, listCents });
  }

  /** Points that went for a gift. */
  redeemed({ memberId }: Saver, points: number) {
    const { renminId } = this.api.org;
    return this.act('redemption', '2026-03-01', [pointsOf(memberId)], (books) =>
      books.take(pointsOf(memberId), points, House.pointsRedeemed(renminId)),
    );
  }

  /** Bonus of 100.00 of which 33.34 is released (golden G02, later in the year). */
  instalments({ walletId }: Saver) {
    const { renminId } = this.api.org;
    const bonus = bonusOf(walletId);
    return this.act('bonus_grant', '2026-01-31', [bonus], (books) => {
      for (const [cents, releasesOn] of [
        [33_34, '2026-11-20'],
        [33_33, '2026-12-20'],
        [33_33, '2027-01-20'],
      ] as const)
        books.grant(bonus, cents, { against: House.bonusCost(renminId), releasesOn, gifted: true });
    });
  }

  private act<R>(
    kind: string,
    on: string,
    accounts: Parameters<Ledger['act']>[1]['accounts'],
    plan: (books: Books) => R,
  ) {
    return this.api.db.write((tx) =>
      new Ledger().act(tx, { ...this.facts(kind, on), accounts }, plan),
    );
  }

  private facts(kind: string, businessDate: string): Omit<ActFacts, 'reason'> {
    const { org } = this.api;
    return {
      kind,
      businessDate,
      at: this.clock.now(),
      storeId: org.renminId,
      staffId: org.staffIds.cashier,
    };
  }
}
