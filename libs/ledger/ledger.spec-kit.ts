import type { Db, Tx } from '#kernel';
import { facts } from './ledger.fixtures.js';
import { House } from './house.js';
import { Ledger } from './ledger.service.js';
import { bonusOf, pointsOf, principalOf, type ActFacts } from './ledger.types.js';
import type { Books } from './books.js';

export const ledger = new Ledger();

/** A wallet and its member by one number: acts on real tables in the words of the trade. */
export class WalletKit {
  readonly principal;
  readonly bonus;
  readonly points;

  constructor(
    private readonly db: Db,
    readonly id: number,
  ) {
    this.principal = principalOf(id);
    this.bonus = bonusOf(id);
    this.points = pointsOf(id);
  }

  get accounts() {
    return [this.principal, this.bonus, this.points];
  }

  act<R>(
    on: string,
    plan: (books: Books) => R,
    more: Partial<ActFacts> & { relatesEntryId?: number } = {},
  ) {
    return this.db.write((tx: Tx) =>
      ledger.act(
        tx,
        {
          ...facts(on, { kind: 'adjustment', memberId: this.id, ...more }),
          ...more,
          accounts: this.accounts,
        },
        plan,
      ),
    );
  }

  topUp(
    on: string,
    principalCents: number,
    bonus: { cents: number; expiresOn?: string } = { cents: 0 },
    points = 0,
    storeId = 1,
  ) {
    return this.act(
      on,
      (books) => {
        books.grant(this.principal, principalCents, {
          against: House.tender('cash', storeId),
          tender: 'cash',
        });
        books.grant(this.bonus, bonus.cents, {
          against: House.bonusCost(storeId),
          expiresOn: bonus.expiresOn,
          gifted: true,
        });
        books.grant(this.points, points, { against: House.pointsIssued(storeId), gifted: true });
      },
      { storeId },
    );
  }

  spend(on: string, cents: number) {
    return this.act(on, (books) =>
      books.spendWallet(this.id, cents, 'proportional', House.sales(1)),
    );
  }

  async standing(on: string) {
    const [principal, bonus, points] = await ledger.balances(this.db, this.accounts, on);
    if (!principal || !bonus || !points) throw new Error('three accounts expected');
    return { principal, bonus, points };
  }

  reverse(on: string, entryId: number, storeId = 1) {
    return this.db.write((tx) =>
      ledger.reverse(tx, {
        ...facts(on, { storeId }),
        kind: 'reversal',
        entryId,
        reason: 'keyed by mistake',
      }),
    );
  }
}
