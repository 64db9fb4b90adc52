import fc from 'fast-check';
import { A, B, anAccount, booksOn, facts, locked, postingsOf } from './ledger.fixtures.js';
import { House } from './house.js';
import { planAct } from './ledger.service.js';
import { bonusOf, pointsOf, principalOf } from './ledger.types.js';

const TODAY = '2026-11-22';
const mine = principalOf(7);
const yours = principalOf(8);
const myBonus = bonusOf(7);
const yourBonus = bonusOf(8);

describe('moving value from one wallet to another', () => {
  const state = locked(
    anAccount(1, mine, [
      { remaining: 300_00, on: '2026-03-01', storeId: A, tender: 'cash' },
      { remaining: 500_00, on: '2026-06-01', storeId: B, tender: 'wechat' },
    ]),
    anAccount(2, yours, [], 50_00),
  );
  const planned = planAct(state, facts(TODAY, { kind: 'transfer', storeId: 3 }), (books) =>
    books.move(mine, yours, 400_00),
  );

  it('posts both sides and nothing to the house; the receiver repays his debt first', () => {
    expect(postingsOf(planned, state)).toEqual([
      'principal/balance CNY +40000',
      'principal/debt CNY -5000',
      'principal/balance CNY -35000',
    ]);
    expect(planned.result).toEqual({ amount: 400_00, repaid: 50_00 });
  });

  it('keeps the store, date and tender of every lot, oldest first', () => {
    expect(planned.payload['new_lots']).toMatchObject([
      {
        origin_store_id: A,
        origin_on: '2026-03-01',
        tender: 'cash',
        granted: 300_00,
        remaining: 250_00,
      },
      {
        origin_store_id: B,
        origin_on: '2026-06-01',
        tender: 'wechat',
        granted: 100_00,
        remaining: 100_00,
      },
    ]);
  });

  it('moves no more than is spendable, and only between accounts of one kind', () => {
    const books = booksOn(
      locked(anAccount(1, mine, [{ remaining: 10 }]), anAccount(2, yours), anAccount(3, myBonus)),
      TODAY,
    );
    expect(() => books.move(mine, yours, 11)).toThrow('ledger.insufficient');
    expect(() => books.move(mine, mine, 1)).toThrow(RangeError);
    expect(() => books.move(mine, myBonus, 1)).toThrow(RangeError);
  });

  it('joins points with the receiver’s points of the same store and expiry', () => {
    const points = locked(
      anAccount(1, pointsOf(7), [{ remaining: 30, expiresOn: '2026-12-31' }]),
      anAccount(2, pointsOf(8), [{ remaining: 5, expiresOn: '2026-12-31' }]),
    );
    for (const lot of points.lots) lot.joined = true;
    const books = booksOn(points, TODAY);
    books.move(pointsOf(7), pointsOf(8), 20);
    expect(books.lots(pointsOf(8))).toMatchObject([
      { remaining: 25, granted: 25, expiresOn: '2026-12-31' },
    ]);
  });
});

describe('moving everything (two members become one)', () => {
  it('keeps held value held until its day', () => {
    const books = booksOn(
      locked(
        anAccount(1, myBonus, [
          { remaining: 10_00, expiresOn: '2027-01-01' },
          { remaining: 33_33, releasesOn: '2026-12-01' },
        ]),
        anAccount(2, yourBonus, [{ remaining: 1_00 }]),
      ),
      TODAY,
    );
    expect(books.moveAll(myBonus, yourBonus)).toEqual({
      balance: 10_00,
      held: 33_33,
      debtRepaid: 0,
      debtTakenOver: 0,
    });
    expect(books.balance(myBonus)).toMatchObject({ balance: 0, held: 0 });
    expect(books.balance(yourBonus)).toMatchObject({ balance: 11_00, held: 33_33 });
    expect(books.lots(yourBonus).at(-1)).toMatchObject({ state: 'held', releasesOn: '2026-12-01' });
  });

  it.each([
    [40_00, 0, 100_00, 0, { balance: 60_00, debt: 0 }],
    [140_00, 0, 100_00, 0, { balance: 0, debt: 40_00 }],
    [0, 30_00, 0, 100_00, { balance: 0, debt: 70_00 }],
    [20_00, 0, 0, 30_00, { balance: 0, debt: 50_00 }],
  ])(
    'debt %i and balance %i come to a balance of %i and a debt of %i',
    (myDebt, myBalance, yourBalance, yourDebt, after) => {
      const books = booksOn(
        locked(
          anAccount(1, mine, myBalance ? [{ remaining: myBalance }] : [], myDebt),
          anAccount(2, yours, yourBalance ? [{ remaining: yourBalance }] : [], yourDebt),
        ),
        TODAY,
      );
      books.moveAll(mine, yours);
      expect(books.balance(mine)).toMatchObject({ balance: 0, held: 0, debt: 0 });
      expect(books.balance(yours)).toMatchObject(after);
      expect(() => books.finish(null)).not.toThrow();
    },
  );
});

describe('voiding and waiving', () => {
  it('voids what expires first, and gives nothing for it', () => {
    const state = locked(
      anAccount(1, myBonus, [
        { remaining: 30_00, expiresOn: '2027-03-01' },
        { remaining: 20_00, expiresOn: '2026-12-31' },
      ]),
    );
    const planned = planAct(state, facts(TODAY), (books) =>
      books.void(myBonus, 25_00, House.bonusCost(A)),
    );
    expect(postingsOf(planned, state)).toEqual([
      'bonus/balance CNY +2500',
      'bonus_cost@1 CNY -2500',
    ]);
    expect(planned.payload['changed_lots']).toMatchObject([
      { id: 100, remaining: 25_00 },
      { id: 101, remaining: 0, state: 'void' },
    ]);
  });

  it('voids the instalments that come last', () => {
    const books = booksOn(
      locked(
        anAccount(1, myBonus, [
          { remaining: 30, releasesOn: '2026-12-01' },
          { remaining: 30, releasesOn: '2027-01-01' },
        ]),
      ),
      TODAY,
    );
    books.voidHeld(myBonus, 40, House.bonusCost(A));
    expect(books.lots(myBonus)).toMatchObject([{ releasesOn: '2026-12-01', remaining: 20 }]);
    expect(() => books.voidHeld(myBonus, 21, House.bonusCost(A))).toThrow('ledger.insufficient');
  });

  it('gives what is voided back to the store that granted it', () => {
    const state = locked(
      anAccount(1, myBonus, [
        { remaining: 30, storeId: A },
        { remaining: 20, storeId: B },
        { remaining: 7, storeId: B, releasesOn: '2027-01-01' },
      ]),
    );
    const planned = planAct(state, facts(TODAY, { storeId: 3 }), (books) => {
      books.void(myBonus, 40, House.bonusCost);
      books.voidHeld(myBonus, 7, House.bonusCost);
    });
    expect(postingsOf(planned, state)).toEqual([
      'bonus/balance CNY +40',
      'bonus_cost@1 CNY -30',
      'bonus_cost@2 CNY -17',
      'bonus/held CNY +7',
    ]);
  });

  it('moves instalments that are still to come with their day', () => {
    const books = booksOn(
      locked(
        anAccount(1, myBonus, [
          { remaining: 30, releasesOn: '2026-12-01' },
          { remaining: 30, releasesOn: '2027-01-01' },
        ]),
        anAccount(2, yourBonus),
      ),
      TODAY,
    );
    books.moveHeld(myBonus, yourBonus, 40);
    expect(
      books.lots(yourBonus).map(({ releasesOn, remaining }) => [releasesOn, remaining]),
    ).toEqual([
      ['2027-01-01', 30],
      ['2026-12-01', 10],
    ]);
    expect(books.balance(yourBonus)).toMatchObject({ balance: 0, held: 40 });
  });

  it('lets go of a debt, never of more than is owed', () => {
    const state = locked(anAccount(1, mine, [], 30_00));
    const planned = planAct(state, facts(TODAY), (books) =>
      books.waiveDebt(mine, 30_00, House.debtWaived(A)),
    );
    expect(postingsOf(planned, state)).toEqual([
      'principal/debt CNY -3000',
      'debt_waived@1 CNY +3000',
    ]);
    expect(() => booksOn(state, TODAY).waiveDebt(mine, 30_01, House.debtWaived(A))).toThrow(
      RangeError,
    );
  });
});

it('conserves value and its origins, whatever is moved, voided and waived', () => {
  const lot = fc.record({
    remaining: fc.integer({ min: 1, max: 500 }),
    storeId: fc.constantFrom(A, B),
    on: fc.constantFrom('2026-01-01', '2026-02-01'),
    tender: fc.constantFrom('cash', 'wechat'),
    releasesOn: fc.constantFrom(undefined, undefined, '2026-12-01'),
  });
  const act = fc.tuple(fc.constantFrom('move', 'back', 'void', 'all', 'waive'), fc.nat(600));
  fc.assert(
    fc.property(
      fc.array(lot, { maxLength: 5 }),
      fc.array(lot, { maxLength: 5 }),
      fc.nat(300),
      fc.array(act, { maxLength: 6 }),
      (a, b, debt, acts) => {
        const hasSpendable = b.some(({ releasesOn }) => !releasesOn);
        const state = locked(
          anAccount(1, myBonus, a),
          anAccount(2, yourBonus, b, hasSpendable ? 0 : debt),
        );
        const books = booksOn(state, TODAY);
        const worth = () =>
          [myBonus, yourBonus].reduce(
            (sum, ref) =>
              sum + books.balance(ref).balance + books.balance(ref).held - books.balance(ref).debt,
            0,
          );
        let expected = worth();
        for (const [what, wanted] of acts) {
          const mineNow = books.balance(myBonus);
          const yoursNow = books.balance(yourBonus);
          if (what === 'move') books.move(myBonus, yourBonus, Math.min(wanted, mineNow.balance));
          if (what === 'back') books.move(yourBonus, myBonus, Math.min(wanted, yoursNow.balance));
          if (what === 'all') books.moveAll(myBonus, yourBonus);
          if (what === 'void') {
            const amount = Math.min(wanted, yoursNow.balance);
            books.void(yourBonus, amount, House.bonusCost(A));
            expected -= amount;
          }
          if (what === 'waive') {
            const amount = Math.min(wanted, yoursNow.debt);
            books.waiveDebt(yourBonus, amount, House.debtWaived(A));
            expected += amount;
          }
          expect(worth()).toBe(expected);
        }
        const stores = new Set(
          [...a, ...b].map(({ storeId, on, tender }) => `${storeId} ${on} ${tender}`),
        );
        for (const ref of [myBonus, yourBonus]) {
          const { balance, held, debt: owed } = books.balance(ref);
          const lots = books.lots(ref);
          expect(lots.reduce((sum, { remaining }) => sum + remaining, 0)).toBe(balance + held);
          expect(Math.min(balance, owed)).toBe(0);
          for (const { originStoreId, originOn, tender } of lots)
            expect(stores).toContain(`${originStoreId} ${originOn} ${tender}`);
        }
        books.finish(null);
      },
    ),
    { numRuns: 400 },
  );
});
