import { testDatabase } from '#workshop/testing';
import { facts } from './ledger.fixtures.js';
import { House } from './house.js';
import { WalletKit, ledger } from './ledger.spec-kit.js';
import type { Books } from './books.js';

const { db } = await testDatabase();
let next = 5_000;
const aWallet = () => new WalletKit(db, (next += 1));
const DAY = '2026-11-22';

/** An act on two wallets at once. */
const between = <R>(one: WalletKit, other: WalletKit, plan: (books: Books) => R, on = DAY) =>
  db.write((tx) =>
    ledger.act(
      tx,
      { ...facts(on, { kind: 'transfer' }), accounts: [...one.accounts, ...other.accounts] },
      plan,
    ),
  );
const transfer = (from: WalletKit, to: WalletKit, cents: number, on = DAY) =>
  between(from, to, (books) => books.move(from.principal, to.principal, cents), on);
const lotsOf = async (wallet: WalletKit) =>
  (await ledger.lots(db, wallet.principal)).map(
    ({ state, originStoreId, originOn, tender, remaining }) => [
      state,
      originStoreId,
      originOn,
      tender,
      remaining,
    ],
  );

describe('value between two wallets, on real tables', () => {
  it('arrives with its origin, and a reversal puts it back where it was', async () => {
    const [from, to] = [aWallet(), aWallet()];
    await from.topUp('2026-03-01', 300_00, { cents: 0 }, 0, 1);
    await from.topUp('2026-06-01', 500_00, { cents: 0 }, 0, 2);
    const { entryId } = await transfer(from, to, 400_00);
    expect(await lotsOf(to)).toEqual([
      ['open', 2, '2026-06-01', 'cash', 100_00],
      ['open', 1, '2026-03-01', 'cash', 300_00],
    ]);
    await from.reverse(DAY, entryId);
    expect((await to.standing(DAY)).principal).toMatchObject({ balance: 0, debt: 0 });
    expect((await lotsOf(from)).map(([, , , , remaining]) => remaining)).toEqual([500_00, 300_00]);
  });

  it('reversed after the receiver spent it, the receiver owes it', async () => {
    const [from, to] = [aWallet(), aWallet()];
    await from.topUp('2026-03-01', 300_00);
    const { entryId } = await transfer(from, to, 200_00);
    await to.spend(DAY, 150_00);
    await from.reverse(DAY, entryId);
    expect((await from.standing(DAY)).principal).toMatchObject({ balance: 300_00 });
    expect((await to.standing(DAY)).principal).toMatchObject({ balance: 0, debt: 150_00 });
  });

  it('everything goes: held bonus with its dates, and a debt nets', async () => {
    const [from, to] = [aWallet(), aWallet()];
    await from.act('2026-01-31', (books) => {
      for (const releasesOn of ['2026-02-28', '2026-12-31'])
        books.grant(from.bonus, 50_00, {
          against: House.bonusCost(1),
          releasesOn,
          expiresOn: '2027-06-30',
        });
    });
    const { entryId } = await from.topUp('2026-03-01', 100_00);
    await from.spend('2026-03-02', 100_00);
    await from.reverse('2026-03-03', entryId);
    await to.topUp('2026-03-01', 80_00, { cents: 0 }, 12);
    const { debt } = (await from.standing(DAY)).principal;
    expect(debt).toBeGreaterThan(0);
    await between(from, to, (books) => {
      books.moveAll(from.principal, to.principal);
      books.moveAll(from.bonus, to.bonus);
      books.moveAll(from.points, to.points);
    });
    const after = await to.standing(DAY);
    expect(after.principal).toMatchObject({ balance: 80_00 - debt, debt: 0 });
    expect(after.bonus).toMatchObject({
      held: 50_00,
      nextRelease: { on: '2026-12-31', amount: 50_00 },
    });
    expect((await to.standing('2026-12-31')).bonus).toMatchObject({ held: 0 });
    for (const { balance, held, debt: owed } of Object.values(await from.standing(DAY)))
      expect([balance, held, owed]).toEqual([0, 0, 0]);
  });

  it('unreleased bonus voided by mistake waits for its day again', async () => {
    const wallet = aWallet();
    await wallet.act('2026-11-01', (books) => {
      books.grant(wallet.bonus, 10_00, { against: House.bonusCost(1) });
      books.grant(wallet.bonus, 20_00, { against: House.bonusCost(1), releasesOn: '2026-12-01' });
      books.grant(wallet.bonus, 30_00, { against: House.bonusCost(1), releasesOn: '2027-01-01' });
    });
    const { entryId } = await wallet.act(DAY, (books) => {
      books.void(wallet.bonus, 10_00, House.bonusCost(1));
      books.voidHeld(wallet.bonus, 40_00, House.bonusCost(1));
    });
    expect((await wallet.standing(DAY)).bonus).toMatchObject({ balance: 0, held: 10_00 });
    // By then one of the two has its day behind it.
    await wallet.reverse('2026-12-05', entryId);
    expect((await wallet.standing('2026-12-05')).bonus).toMatchObject({
      balance: 10_00 + 20_00,
      held: 30_00,
      nextRelease: { on: '2027-01-01', amount: 30_00 },
    });
  });

  it('a debt that was waived by mistake is owed again, out of what is there by now', async () => {
    const wallet = aWallet();
    const { entryId: wrong } = await wallet.topUp('2026-11-01', 100_00);
    await wallet.spend('2026-11-02', 100_00);
    await wallet.reverse('2026-11-03', wrong);
    const { entryId } = await wallet.act(DAY, (books) =>
      books.waiveDebt(wallet.principal, 100_00, House.debtWaived(1)),
    );
    expect((await wallet.standing(DAY)).principal).toMatchObject({ debt: 0 });
    await wallet.topUp(DAY, 30_00);
    await wallet.reverse(DAY, entryId);
    expect((await wallet.standing(DAY)).principal).toMatchObject({ balance: 0, debt: 70_00 });
  });

  it('a to b and b to a at once: both go through, without deadlock', async () => {
    const [a, b] = [aWallet(), aWallet()];
    await Promise.all([a.topUp(DAY, 100_00), b.topUp(DAY, 100_00)]);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? transfer(a, b, 7_00) : transfer(b, a, 3_00))),
    );
    expect((await a.standing(DAY)).principal.balance).toBe(60_00);
    expect((await b.standing(DAY)).principal.balance).toBe(140_00);
  });
});
