import { testDatabase } from '#workshop/testing';
import { facts } from './ledger.fixtures.js';
import { House } from './house.js';
import { WalletKit, ledger } from './ledger.spec-kit.js';
import { stockOf } from './ledger.types.js';

const { db } = await testDatabase();
const TILLS = 20;

/** As many tills as there are connections, each serving one after the other. */
async function atOnce<T>(
  times: number,
  act: (turn: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const outcomes: PromiseSettledResult<T>[] = [];
  let turn = 0;
  const till = async () => {
    while (turn < times) outcomes.push(...(await Promise.allSettled([act(turn++)])));
  };
  await Promise.all(Array.from({ length: TILLS }, till));
  return outcomes;
}

async function spendAtOnce(
  wallet: WalletKit,
  times: number,
): Promise<{ paid: number; refused: number }> {
  const outcomes = await atOnce(times, () => wallet.spend('2026-11-22', 1));
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [String(outcome.reason)] : [],
  );
  expect(failures.filter((failure) => !failure.includes('ledger.insufficient'))).toEqual([]);
  return { paid: outcomes.length - failures.length, refused: failures.length };
}

describe('many tills at once', () => {
  it('1,000 spends of 1 on a balance of 500 give exactly 500', async () => {
    const wallet = new WalletKit(db, 1);
    await wallet.topUp('2026-11-01', 500);
    expect(await spendAtOnce(wallet, 1_000)).toEqual({ paid: 500, refused: 500 });
    expect((await wallet.standing('2026-11-22')).principal.balance).toBe(0);
  }, 120_000);

  it('500 spends of 1 on 500 made of small principal and bonus lots give exactly 500', async () => {
    const wallet = new WalletKit(db, 2);
    for (let lot = 0; lot < 25; lot += 1)
      await wallet.topUp('2026-11-01', 13, {
        cents: 7,
        expiresOn: `2026-12-${String(lot + 1).padStart(2, '0')}`,
      });
    expect(await spendAtOnce(wallet, 500)).toEqual({ paid: 500, refused: 0 });
    expect(await wallet.standing('2026-11-22')).toMatchObject({
      principal: { balance: 0 },
      bonus: { balance: 0 },
    });
  }, 120_000);

  it('sales that name the same accounts in any order neither deadlock nor lose goods', async () => {
    const wallets = [11, 12, 13].map((id) => new WalletKit(db, id));
    const shelves = [1, 2, 3].map((product) => stockOf(1, product));
    await db.write((tx) =>
      ledger.act(
        tx,
        { ...facts('2026-11-01', { kind: 'adjustment' }), accounts: shelves },
        (books) => {
          for (const product of [1, 2, 3])
            books.stockIn(1, product, 200_000, 100_01, House.stockOpening(1));
        },
      ),
    );
    for (const wallet of wallets) await wallet.topUp('2026-11-01', 1_000, { cents: 100 });
    const sell = (turn: number) => {
      const wallet = wallets[turn % 3];
      const accounts = [...(wallet?.accounts ?? []), ...shelves].sort(() => (turn % 2 ? 1 : -1));
      return db.write((tx) =>
        ledger.act(tx, { ...facts('2026-11-22', { kind: 'adjustment' }), accounts }, (books) => {
          books.spendWallet(wallet?.id ?? 0, 7, 'proportional', House.sales(1));
          for (const product of [3, 1, 2]) books.stockOut(1, product, 1_000);
        }),
      );
    };
    const outcomes = await atOnce(200, sell);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    const left = await ledger.balances(db, shelves, '2026-11-22');
    expect(left.map(({ balance, valueCents }) => [balance, valueCents])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  }, 120_000);

  it('opens the same new account once for all who need it first', async () => {
    const wallet = new WalletKit(db, 77);
    await Promise.all(
      Array.from({ length: 20 }, () => wallet.topUp('2026-11-01', 1, { cents: 1 }, 1)),
    );
    expect(await wallet.standing('2026-11-01')).toMatchObject({
      principal: { balance: 20 },
      bonus: { balance: 20 },
      points: { balance: 20 },
    });
  });
});
