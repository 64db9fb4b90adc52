import { testDatabase } from '#workshop/testing';
import { House } from './house.js';
import { WalletKit, ledger } from './ledger.spec-kit.js';

const { db } = await testDatabase();
let next = 1_000;
const aWallet = () => new WalletKit(db, (next += 1));

describe('the ledger on real tables', () => {
  it('draws over stores and shows what is left, with its lots', async () => {
    const wallet = aWallet();
    await wallet.topUp('2026-03-01', 300_00, { cents: 30_00, expiresOn: '2027-03-01' }, 0, 1);
    await wallet.topUp('2026-06-01', 1000_00, { cents: 200_00, expiresOn: '2026-12-31' }, 0, 2);
    const { result, balances } = await wallet.spend('2026-11-22', 500_00);
    expect([result.principalCents, result.bonusCents]).toEqual([424_84, 75_16]);
    expect(balances).toContainEqual({
      ...wallet.principal,
      balance: 875_16,
      held: 0,
      debt: 0,
      valueCents: 0,
    });
    expect(
      (await ledger.lots(db, wallet.principal)).map(({ state, originStoreId, remaining }) => [
        state,
        originStoreId,
        remaining,
      ]),
    ).toEqual([
      ['open', 2, 875_16],
      ['spent', 1, 0],
    ]);
    expect((await wallet.standing('2026-11-22')).bonus.nextExpiry).toEqual({
      on: '2026-12-31',
      amount: 124_84,
    });
  });

  it('joins points of one store and expiry into one lot and keeps each grant', async () => {
    const wallet = aWallet();
    const earn = (points: number, storeId: number) =>
      wallet.act('2026-05-01', (books) =>
        books.grant(wallet.points, points, {
          against: House.pointsIssued(storeId),
          expiresOn: '2026-12-31',
          terms: 'sale',
          origin: { storeId, on: '2026-05-01' },
        }),
      );
    await earn(100, 1);
    await wallet.act('2026-05-02', (books) =>
      books.take(wallet.points, 100, House.pointsRedeemed(1)),
    );
    await earn(20, 1);
    await earn(5, 2);
    const lots = await ledger.lots(db, wallet.points);
    expect(
      lots
        .map(({ originStoreId, granted, remaining }) => [originStoreId, granted, remaining])
        .sort(),
    ).toEqual([
      [1, 120, 20],
      [2, 5, 5],
    ]);
    const moves = await db.query(
      `SELECT kind, amount FROM ledger.lot_move m JOIN ledger.lot l ON l.id = m.lot_id WHERE l.account_id = (SELECT id FROM ledger.account WHERE kind = 'points' AND owner_id = $1) ORDER BY m.entry_id, m.seq`,
      [wallet.id],
    );
    expect(moves).toEqual([
      { kind: 'grant', amount: 100 },
      { kind: 'draw', amount: -100 },
      { kind: 'grant', amount: 20 },
      { kind: 'grant', amount: 5 },
    ]);
  });

  it('releases and expires only when due, once, and reading counts it in without a job', async () => {
    const wallet = aWallet();
    await wallet.act('2026-01-31', (books) => {
      books.grant(wallet.bonus, 33_34, {
        against: House.bonusCost(1),
        releasesOn: '2026-02-28',
        expiresOn: '2026-12-31',
      });
      books.grant(wallet.bonus, 66_66, {
        against: House.bonusCost(1),
        releasesOn: '2026-03-31',
        expiresOn: '2026-12-31',
      });
    });
    expect((await wallet.standing('2026-02-27')).bonus).toMatchObject({
      balance: 0,
      held: 100_00,
      nextRelease: { on: '2026-02-28', amount: 33_34 },
    });
    expect((await wallet.standing('2026-02-28')).bonus).toMatchObject({
      balance: 33_34,
      held: 66_66,
    });
    expect(await ledger.due(db, '2026-02-28', 10)).toContainEqual({
      account: wallet.bonus,
      storeId: 1,
    });
    const settle = (on: string) =>
      db.write((tx) =>
        ledger.settle(tx, {
          kind: 'settlement',
          businessDate: on,
          at: new Date(),
          storeId: 1,
          staffId: null,
          accounts: [wallet.bonus],
        }),
      );
    expect(await settle('2026-02-28')).toBe(true);
    expect(await settle('2026-02-28')).toBe(false);
    expect(await settle('2027-01-01')).toBe(true);
    expect((await wallet.standing('2027-01-01')).bonus).toMatchObject({ balance: 0, held: 0 });
  });

  it('gives value back into an expired lot for one grace period only (golden G10)', async () => {
    const wallet = aWallet();
    await wallet.topUp('2026-05-31', 1000_00, { cents: 100_00, expiresOn: '2026-06-30' });
    const back = async (
      on: string,
      drawnBy: {
        entryId: number;
        result: {
          draws: {
            principal: { lotId: number | null; amount: number }[];
            bonus: { lotId: number | null; amount: number }[];
          };
        };
      },
    ) =>
      wallet.act(
        on,
        (books) => {
          const draws = [...drawnBy.result.draws.principal, ...drawnBy.result.draws.bonus].map(
            ({ lotId, amount }) => ({ lotId: lotId ?? 0, amount }),
          );
          books.giveBack(draws, {
            drawnBy: drawnBy.entryId,
            graceDays: 30,
            against: House.sales(1),
          });
        },
        { relatesEntryId: drawnBy.entryId },
      );
    const first = await wallet.spend('2026-06-01', 110_00);
    expect((await wallet.standing('2026-06-30')).bonus.balance).toBe(90_00);
    await back('2026-07-10', first);
    expect((await wallet.standing('2026-07-10')).principal.balance).toBe(1000_00);
    expect((await wallet.standing('2026-07-10')).bonus).toMatchObject({
      balance: 10_00,
      nextExpiry: { on: '2026-08-09', amount: 10_00 },
    });
    const second = await wallet.spend('2026-08-05', 10_10);
    expect([second.result.principalCents, second.result.bonusCents]).toEqual([10_00, 10]);
    expect((await wallet.standing('2026-08-10')).bonus.balance).toBe(0);
    await back('2026-08-20', second);
    expect((await wallet.standing('2026-08-20')).principal.balance).toBe(1000_00);
    expect((await wallet.standing('2026-08-20')).bonus.balance).toBe(0);
    await expect(wallet.reverse('2026-08-21', first.entryId)).rejects.toThrow(
      'ledger.partly_undone',
    );
  });

  it('takes back granted points: what expired unspent makes no debt (golden G09)', async () => {
    const wallet = aWallet();
    const earn = (on: string, points: number, storeId: number, expiresOn: string) =>
      wallet.act(on, (books) =>
        books.grant(wallet.points, points, {
          against: House.pointsIssued(storeId),
          expiresOn,
          origin: { storeId, on },
        }),
      );
    const sale = await earn('2025-12-20', 100, 1, '2025-12-31');
    await wallet.act('2025-12-25', (books) =>
      books.take(wallet.points, 30, House.pointsRedeemed(1)),
    );
    await earn('2026-01-02', 20, 2, '2026-12-31');
    const back = await wallet
      .act(
        '2026-01-05',
        (books) => books.takeBack(wallet.points, 100, sale.entryId, House.pointsIssued(1)),
        { relatesEntryId: sale.entryId },
      )
      .catch((error: unknown) => error);
    expect(back).toMatchObject({ result: { fromOwn: 0, forgiven: 70, fromOthers: 20, debt: 10 } });
    expect((await wallet.standing('2026-01-05')).points).toMatchObject({ balance: 0, debt: 10 });
  });
});

describe('reversal', () => {
  it('takes everything back, as debt where it is spent, and the next top-up repays (golden G21)', async () => {
    const wallet = aWallet();
    const wrong = await wallet.topUp('2026-11-20', 1000_00, { cents: 100_00 }, 50);
    await wallet.spend('2026-11-20', 330_00);
    await wallet.act('2026-11-20', (books) =>
      books.take(wallet.points, 50, House.pointsRedeemed(1)),
    );
    const { entryId } = await wallet.reverse('2026-11-21', wrong.entryId);
    expect(await wallet.standing('2026-11-21')).toMatchObject({
      principal: { balance: 0, debt: 300_00 },
      bonus: { balance: 0, debt: 30_00 },
      points: { balance: 0, debt: 50 },
    });
    await wallet.topUp('2026-11-21', 100_00);
    expect((await wallet.standing('2026-11-21')).principal).toMatchObject({
      balance: 0,
      debt: 200_00,
    });
    const drawer = await db.one<{ cents: number }>(
      `SELECT sum(p.amount)::bigint AS cents FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id WHERE e.member_id = $1 AND p.house = 'tender:cash'`,
      [wallet.id],
    );
    expect(drawer.cents).toBe(100_00);
    const lines = await ledger.entriesOf(db, { memberId: wallet.id, limit: 10 });
    expect(
      lines.map(({ kind, principalCents, reversed }) => [kind, principalCents, reversed]),
    ).toEqual([
      ['adjustment', 100_00, false],
      ['reversal', -1000_00, false],
      ['adjustment', 0, false],
      ['adjustment', -300_00, false],
      ['adjustment', 1000_00, true],
    ]);
    await expect(wallet.reverse('2026-11-21', entryId)).rejects.toThrow('ledger.not_reversible');
  });

  it('gives draws back into their lots, and happens once, however many try', async () => {
    const wallet = aWallet();
    await wallet.topUp('2026-11-20', 100_00, { cents: 10_00 });
    const sale = await wallet.spend('2026-11-20', 55_00);
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, () => wallet.reverse('2026-11-20', sale.entryId)),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts)
      if (attempt.status === 'rejected')
        expect(String(attempt.reason)).toContain('ledger.already_reversed');
    expect(await wallet.standing('2026-11-20')).toMatchObject({
      principal: { balance: 100_00 },
      bonus: { balance: 10_00 },
    });
  });

  it('takes the money from the drawer of the store that undoes', async () => {
    const wallet = aWallet();
    const topUp = await wallet.topUp('2026-11-20', 50_00);
    await wallet.reverse('2026-11-20', topUp.entryId, 2);
    const drawers = await db.query(
      `SELECT p.store_id AS "storeId", sum(p.amount)::bigint AS cents FROM ledger.posting p JOIN ledger.entry e ON e.id = p.entry_id WHERE e.member_id = $1 AND p.house = 'tender:cash' GROUP BY 1 ORDER BY 1`,
      [wallet.id],
    );
    expect(drawers).toEqual([
      { storeId: 1, cents: 50_00 },
      { storeId: 2, cents: -50_00 },
    ]);
  });

  it('refuses an entry nobody knows', async () => {
    await expect(aWallet().reverse('2026-11-20', 999_999)).rejects.toThrow(
      'ledger.entry_not_found',
    );
  });
});
