import { cardNumber } from '#membership/cards';
import { anActiveCard, aPrintedCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import { aMember, FIXTURE_PIN } from '../../../../libs/membership/members/members.fixtures.js';
import { aGift } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { type ActSample, aSaver, done, identity } from './act-samples.fixtures.js';
import type { Place } from './place.fixtures.js';

let numbers = 0;
const aNumber = (place: Place): string =>
  cardNumber(place.prefix, String(5_000_000 + (numbers += 1)).padStart(7, '0'));

/** An act on a card of a member with value. */
const onCard = (
  route: string,
  status: 'active' | 'lost',
  body: (place: Place) => object,
): ActSample => ({
  by: 'desk',
  async ask(place) {
    const { memberId } = await aMember(place.api.db, {
      storeId: place.storeId,
      pin: FIXTURE_PIN,
    });
    const card = { memberId, storeId: place.storeId, status };
    const { cardNo } = await anActiveCard(place.api.db, card);
    await place.api.db.query("UPDATE card SET expires_on = '2027-12-31' WHERE card_no = $1", [
      cardNo,
    ]);
    const asked = body(place);
    return {
      path: `/cards/${cardNo}/${route}`,
      body: asked,
      changed: { ...asked, reason: '改' },
    };
  },
});

/** An act on a card that spends the wallet of somebody else. */
const onFamilyCard = (
  route: string,
  asked: (place: Place) => object,
  changed: object,
): ActSample => ({
  by: 'desk',
  async ask(place) {
    const {
      api: { db },
      storeId,
    } = place;
    const owner = await aMember(db, { storeId, pin: FIXTURE_PIN });
    const holder = await aMember(db, { storeId, pin: FIXTURE_PIN });
    const { cardNo } = await anActiveCard(db, { memberId: holder.memberId, storeId });
    await db.query('UPDATE card SET wallet_id = $2 WHERE card_no = $1', [cardNo, owner.walletId]);
    const body = asked(place);
    return { path: `/cards/${cardNo}/${route}`, body, changed: { ...body, ...changed } };
  },
});

/** Printed cards that lie ready at a store. */
const printed = async (place: Place): Promise<string> =>
  (await aPrintedCard(place.api.db, { storeId: place.storeId, prefix: place.prefix })).cardNo;

let days = 0;

/** What happens to cards, from their numbers to their closing. */
export const cardSamples: Record<string, ActSample> = {
  'POST /members/:id/cards': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { storeId: place.storeId });
      const body = { feeCents: 5_00, depositCents: 10_00, tender: 'cash' };
      const path = `/members/${memberId}/cards`;
      return { path, body, changed: { ...body, feeCents: 6_00 } };
    },
  },
  'POST /cards/:cardNo/lost': onCard('lost', 'active', () => ({ reason: '本人来电' })),
  'POST /cards/:cardNo/unfreeze': onCard('unfreeze', 'lost', ({ approval }) => ({
    reason: '找到了',
    identity,
    approval,
  })),
  'POST /cards/:cardNo/replacement': onCard('replacement', 'active', ({ approval }) => ({
    feeCents: 5_00,
    tender: 'cash',
    reason: '磨损',
    identity,
    approval,
  })),
  'POST /cards/:cardNo/extension': onCard('extension', 'active', () => ({
    expiresOn: '2028-12-31',
    reason: '老顾客',
  })),
  'POST /cards/:cardNo/day-limit': onFamilyCard(
    'day-limit',
    () => ({ dayLimitCents: 150_00, ownerProof: { by: 'pin', pin: FIXTURE_PIN } }),
    { dayLimitCents: 160_00 },
  ),
  'POST /cards/:cardNo/unbinding': onFamilyCard(
    'unbinding',
    ({ approval }) => ({ reason: '不再共用', identity, approval }),
    { reason: '改' },
  ),
  'POST /cards/:cardNo/closing': {
    by: 'desk',
    async ask(place) {
      const { cardNo } = await aSaver(place);
      const settlement = {
        ...{ basis: 'principal', amountCents: 500_00, tender: 'cash' },
        ...{ giftPoints: 'take_back', points: 'keep' },
      };
      const more = { reason: '搬走', pin: FIXTURE_PIN, approval: place.approval };
      const body = { tender: 'cash', settlement, ...more };
      return { path: `/cards/${cardNo}/closing`, body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /cards/extensions': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { storeId: place.storeId });
      const { cardNo } = await anActiveCard(place.api.db, { memberId, storeId: place.storeId });
      days += 1;
      const lastDay = `2027-01-${String(days).padStart(2, '0')}`;
      await place.api.db.query('UPDATE card SET expires_on = $2 WHERE card_no = $1', [
        cardNo,
        lastDay,
      ]);
      const body = {
        ...{ from: lastDay, to: lastDay, storeId: place.storeId },
        ...{ expiresOn: '2028-12-31', reason: '老顾客' },
      };
      return { path: '/cards/extensions', body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /card-ranges': {
    by: 'head',
    ask(place) {
      const body = { storeId: place.storeId, note: '新号段' };
      return Promise.resolve({ path: '/card-ranges', body, changed: { ...body, note: '改' } });
    },
  },
  'POST /card-stock/receipts': {
    by: 'desk',
    ask(place) {
      const body = { storeId: place.storeId, numbers: aNumber(place) };
      const changed = { ...body, note: '改' };
      return Promise.resolve({ path: '/card-stock/receipts', body, changed });
    },
  },
  'POST /card-stock/transfers': {
    by: 'desk',
    async ask(place) {
      const body = {
        ...{ fromStoreId: place.storeId, toStoreId: place.api.org.headOfficeId },
        numbers: await printed(place),
      };
      return { path: '/card-stock/transfers', body, changed: { ...body, note: '改' } };
    },
  },
  'POST /card-stock/transfers/:id/receipt': {
    by: 'desk',
    async ask(place) {
      const numbers = await printed(place);
      const { headOfficeId } = place.api.org;
      await place.api.db.query('UPDATE card SET store_id = $2 WHERE card_no = $1', [
        numbers,
        headOfficeId,
      ]);
      // From head office to this store, so that the other branch has nothing to do with it.
      const body = { fromStoreId: headOfficeId, toStoreId: place.storeId, numbers };
      const key = { key: crypto.randomUUID() };
      const sent = await place.head.post('/api/v1/card-stock/transfers', body, key);
      if (sent.status !== 201) throw new Error(sent.text);
      const path = `/card-stock/transfers/${sent.body.id}/receipt`;
      return { path, body: {}, changed: { note: '改' } };
    },
  },
  'POST /card-stock/found': {
    by: 'desk',
    async ask(place) {
      const card = { storeId: place.storeId, prefix: place.prefix, state: 'missing' } as const;
      const { cardNo } = await aPrintedCard(place.api.db, card);
      const body = { storeId: place.storeId, numbers: cardNo, reason: '在抽屉里' };
      return { path: '/card-stock/found', body, changed: { ...body, reason: '改' } };
    },
  },
};

const RULE = {
  ...{ startsOn: '2026-01-01', payCents: 77_00, perMultiple: false },
  gives: aGift(7_00, { points: 7 }),
};
let rules = 0;

/** What only the chain decides about top-ups. */
export const ruleSamples: Record<string, ActSample> = {
  'POST /top-up-rules': {
    by: 'head',
    ask(place) {
      rules += 1;
      const body = { ...RULE, name: `充 77 第 ${rules} 档`, storeId: place.storeId };
      return Promise.resolve({
        path: '/top-up-rules',
        body,
        changed: { ...body, gives: aGift(7_00, { points: 8 }) },
      });
    },
  },
  'PUT /top-up-rules/:id': {
    by: 'head',
    method: 'PUT',
    async ask(place) {
      const { body: rule, sample } = await done(place, 'POST /top-up-rules');
      const body = { ...sample.body, gives: aGift(7_00, { points: 9 }), version: 1 };
      const path = `/top-up-rules/${rule['id']}`;
      return { path, body, changed: { ...body, gives: aGift(7_00, { points: 10 }) } };
    },
  },
  'POST /top-up-rules/:id/end': {
    by: 'head',
    async ask(place) {
      const { body: rule } = await done(place, 'POST /top-up-rules');
      const path = `/top-up-rules/${rule['id']}/end`;
      const body = { version: 1 };
      return { path, body, changed: { ...body, lastDay: '2028-01-01' } };
    },
  },
};
