import { aMember, FIXTURE_PIN } from '../../../../libs/membership/members/members.fixtures.js';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { type ActSample, aSaver, done } from './act-samples.fixtures.js';
import type { Place } from './place.fixtures.js';

const sale: ActSample = {
  by: 'desk',
  async ask(place) {
    const at = { storeId: place.storeId, staffId: place.staffId };
    const { id } = await place.api.db.write((tx) => shelved(tx, at, { priceCents: 20_00 }));
    const { cardNo } = await aSaver(place);
    const body = {
      cardNo,
      lines: [{ productId: id, qtyMilli: 2_000, unitPriceCents: 20_00 }],
      tenders: [
        { tender: 'wallet', amountCents: 30_00 },
        { tender: 'cash', amountCents: 10_00, givenCents: 10_00 },
      ],
      dueCents: 40_00,
      pin: FIXTURE_PIN,
    };
    return { path: '/sales', body, changed: { ...body, note: '改' } };
  },
};

/** Money out of a wallet. */
const out = (route: string, more: (place: Place) => Promise<object>): ActSample => ({
  by: 'desk',
  async ask(place) {
    const { memberId } = await aSaver(place);
    const body = {
      ...(await more(place)),
      reason: '家里有事',
      pin: FIXTURE_PIN,
      approval: place.approval,
    };
    return { path: `/members/${memberId}/${route}`, body, changed: { ...body, reason: '改' } };
  },
});

/** Undoes what another act did. */
const undo = (
  name: string,
  id: string,
  path: (id: number) => string,
  second: (place: Place) => object = () => ({}),
): ActSample => ({
  by: 'desk',
  async ask(place) {
    const { body: first } = await done(place, name);
    const body = { reason: '录错', ...second(place) };
    return { path: path(first[id] as number), body, changed: { ...body, reason: '改' } };
  },
});

/** Acts that move value, points or goods. */
export const valueSamples: Record<string, ActSample> = {
  'POST /sales': sale,
  'POST /sales/:id/void': undo('POST /sales', 'saleId', (id) => `/sales/${id}/void`),
  'POST /sales/:id/returns': undo(
    'POST /sales',
    'saleId',
    (id) => `/sales/${id}/returns`,
    ({ approval }) => ({ lines: [{ lineNo: 1, qtyMilli: 1_000 }], approval }),
  ),
  'POST /members/:id/top-ups': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place, 100_00);
      const body = { amountCents: 60_00, tender: 'cash' };
      const path = `/members/${memberId}/top-ups`;
      return { path, body, changed: { ...body, amountCents: 61_00 } };
    },
  },
  'POST /top-ups/:id/reversal': undo(
    'POST /members/:id/top-ups',
    'topUpId',
    (id) => `/top-ups/${id}/reversal`,
    ({ approval }) => ({ approval }),
  ),
  'POST /members/:id/withdrawals': out('withdrawals', () =>
    Promise.resolve({ amountCents: 50_00, tender: 'cash' }),
  ),
  'POST /members/:id/transfers': out('transfers', async (place) => ({
    toMemberId: (await aMember(place.api.db, { storeId: place.storeId })).memberId,
    amountCents: 50_00,
  })),
  'POST /members/:id/wallet-refunds': out('wallet-refunds', () =>
    Promise.resolve({
      basis: 'principal',
      amountCents: 500_00,
      tender: 'cash',
      giftPoints: 'take_back',
      points: 'keep',
    }),
  ),
  'POST /payouts/:id/reversal': undo(
    'POST /members/:id/withdrawals',
    'payoutId',
    (id) => `/payouts/${id}/reversal`,
  ),
  'POST /members/:id/wallet-adjustments': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = { kind: 'principal', amountCents: 5_00, reason: '补', approval: place.approval };
      const path = `/members/${memberId}/wallet-adjustments`;
      return { path, body, changed: { ...body, amountCents: 6_00 } };
    },
  },
  'POST /members/:id/points-adjustments': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = { points: 5, reason: '补', approval: place.approval };
      const path = `/members/${memberId}/points-adjustments`;
      return { path, body, changed: { ...body, points: 6 } };
    },
  },
  'POST /stock/openings': {
    by: 'desk',
    async ask(place) {
      const at = { storeId: place.storeId, staffId: place.staffId };
      const { id } = await place.api.db.write((tx) => shelved(tx, at, { qtyMilli: 0 }));
      const lines = [{ productId: id, qtyMilli: 3_000, valueCents: 9_00 }];
      const body = { storeId: place.storeId, lines };
      return { path: '/stock/openings', body, changed: { ...body, note: '改' } };
    },
  },
};
