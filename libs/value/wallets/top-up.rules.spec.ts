import { lotOn } from './wallet-lot.rules.js';
import {
  bonusLots,
  type BonusTerms,
  foreseeReversal,
  giftOf,
  offersInForce,
  type TopUpOffer,
} from './top-up.rules.js';

const offer = (change: Partial<TopUpOffer>): TopUpOffer => ({
  id: 1,
  name: '充 1000 送 100',
  levelId: null,
  storeId: null,
  startsOn: '2026-01-01',
  endsOn: null,
  payCents: 1000_00,
  gives: [{ kind: 'points', points: 50 } as { kind: string }],
  perMultiple: false,
  grantsLevelId: null,
  active: true,
  ...change,
});
const bonus = (change: Partial<BonusTerms>): BonusTerms => ({
  ...{ kind: 'bonus', bonusCents: 100_00, bonusValidDays: 365 },
  ...{ bonusInstalments: 1, firstAfterMonths: 1 },
  ...change,
});
const place = { levelId: 3, storeId: 7, businessDate: '2026-10-20' };
const idsInForce = (offers: TopUpOffer[], amountCents?: number) =>
  offersInForce(offers, place, amountCents).map(({ id }) => id);

describe('which top-up rule is in force', () => {
  it('takes the highest amount that is reached', () => {
    const offers = [
      offer({ id: 1, payCents: 500_00 }),
      offer({ id: 2, payCents: 1000_00 }),
      offer({ id: 3, payCents: 2000_00 }),
    ];
    expect(idsInForce(offers, 1999_99)).toEqual([2, 1]);
    expect(idsInForce(offers, 499_99)).toEqual([]);
    expect(idsInForce(offers)).toEqual([3, 2, 1]);
  });

  it('prefers what was made for this store, then for this level', () => {
    const offers = [
      offer({ id: 1 }),
      offer({ id: 2, levelId: 3 }),
      offer({ id: 3, storeId: 7 }),
      offer({ id: 4, storeId: 7, levelId: 3 }),
    ];
    expect(idsInForce(offers, 1000_00)).toEqual([4, 3, 2, 1]);
  });

  it.each([
    ['another level', { levelId: 4 }],
    ['another store', { storeId: 8 }],
    ['not begun', { startsOn: '2026-10-21' }],
    ['ended', { endsOn: '2026-10-19' }],
    ['switched off', { active: false }],
  ])('leaves out: %s', (_, change) => expect(idsInForce([offer(change)])).toEqual([]));

  it('counts its first and last day', () => {
    expect(idsInForce([offer({ startsOn: '2026-10-20', endsOn: '2026-10-20' })])).toEqual([1]);
  });
});

describe('what the bonus becomes', () => {
  it('one lot with its last valid day (golden G01)', () => {
    expect(bonusLots(bonus({}), 100_00, '2026-10-20')).toEqual([
      { amountCents: 100_00, releasesOn: null, expiresOn: '2027-10-20' },
    ]);
  });

  it('monthly instalments from the day of the top-up, odd cents first (golden G02)', () => {
    const terms = bonus({ bonusInstalments: 3, bonusValidDays: null });
    const lots = bonusLots(terms, 100_00, '2026-01-31');
    expect(lots).toEqual([
      { amountCents: 33_34, releasesOn: '2026-02-28', expiresOn: null },
      { amountCents: 33_33, releasesOn: '2026-03-31', expiresOn: null },
      { amountCents: 33_33, releasesOn: '2026-04-30', expiresOn: null },
    ]);
  });

  it('an instalment lives from its release on', () => {
    const terms = bonus({ bonusInstalments: 2, bonusValidDays: 30 });
    const [first] = bonusLots(terms, 100_00, '2026-01-31');
    expect(first).toMatchObject({ releasesOn: '2026-02-28', expiresOn: '2026-03-30' });
  });

  it('nothing where there is no bonus', () => {
    expect(bonusLots(bonus({ bonusInstalments: 3 }), 0, '2026-01-31')).toEqual([]);
  });

  it.each([
    [0, [null, '2026-02-28', '2026-03-31']],
    [2, ['2026-03-31', '2026-04-30', '2026-05-31']],
  ])('the first instalment comes after %i months', (firstAfterMonths, dates) => {
    const lots = bonusLots(bonus({ bonusInstalments: 3, firstAfterMonths }), 100_00, '2026-01-31');
    expect(lots.map(({ releasesOn }) => releasesOn)).toEqual(dates);
    expect(lots.map(({ amountCents }) => amountCents)).toEqual([33_34, 33_33, 33_33]);
  });
});

describe('what an offer gives', () => {
  it.each([
    ['once, from its amount on', false, 2999_99, { times: 1, levelId: 4 }],
    ['for each full multiple', true, 2999_99, { times: 2, levelId: 4 }],
    ['nothing below', true, 999_99, { times: 0, levelId: null }],
  ])('%s', (_what, perMultiple, amountCents, expected) => {
    expect(giftOf(offer({ perMultiple, grantsLevelId: 4 }), amountCents)).toEqual(expected);
  });

  it('a level once, however many multiples', () => {
    const gold = offer({ perMultiple: true, grantsLevelId: 4 });
    expect(giftOf(gold, 5000_00)).toMatchObject({ times: 5, levelId: 4 });
  });
});

describe('a lot on a business date', () => {
  const lot = {
    state: 'held' as const,
    remaining: 10,
    releasesOn: '2026-02-28',
    expiresOn: '2026-03-30',
  };

  it.each([
    ['2026-02-27', 'held', 10],
    ['2026-02-28', 'open', 10],
    ['2026-03-30', 'open', 10],
    ['2026-03-31', 'expired', 0],
  ])('%s: %s', (date, state, remaining) => {
    expect(lotOn(lot, date)).toMatchObject({ state, remaining });
  });
});

describe('what an approver reads of a top-up that is taken back', () => {
  it('is the wallet before and after, and what is owed then', () => {
    expect(
      foreseeReversal(
        { principalCents: 600_00, bonusCents: 20_00, heldBonusCents: 30_00 },
        { principalCents: 1000_00, bonusCents: 100_00 },
      ),
    ).toEqual({
      principalBeforeCents: 600_00,
      bonusBeforeCents: 20_00,
      principalAfterCents: 0,
      bonusAfterCents: 0,
      debtCents: 450_00,
    });
  });

  it('leaves the bonus that is there where what is still to come covers it', () => {
    expect(
      foreseeReversal(
        { principalCents: 1000_00, bonusCents: 20_00, heldBonusCents: 100_00 },
        { principalCents: 1000_00, bonusCents: 100_00 },
      ),
    ).toMatchObject({ bonusAfterCents: 20_00, debtCents: 0 });
  });
});
