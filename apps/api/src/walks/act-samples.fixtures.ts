import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  FIXTURE_PIN,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { campaignSamples } from './campaign-samples.fixtures.js';
import { cardSamples } from './card-samples.fixtures.js';
import type { Place } from './place.fixtures.js';

/** A request that is carried out when it is sent for the first time. */
export interface Sample {
  path: string;
  body?: object;
  /** Another request of the same route: under the same key it is refused. */
  changed: object | null;
}

export interface ActSample {
  /** Who does it: somebody of the store, or head office where only the chain may. */
  by: 'desk' | 'head';
  /** Everything it needs is made anew, so that it can be asked for any number of times. */
  ask(place: Place): Promise<Sample>;
  /** The method where it is not POST. */
  method?: 'PUT';
}

export const identity = { by: 'document', document: 'id_card', last4: '281X' } as const;

export async function aSaver(
  place: Place,
  cents = 500_00,
  more: Parameters<typeof aMember>[1] = {},
): Promise<FixtureMember & { topUpId: number; cardNo: string }> {
  const { db } = place.api;
  const member = await aMember(db, { storeId: place.storeId, pin: FIXTURE_PIN, ...more });
  const { topUpId } = await toppedUp(db, member, {
    principalCents: cents,
    bonusCents: cents / 10,
    points: 100,
    storeId: place.storeId,
  });
  const { cardNo } = await anActiveCard(db, { memberId: member.memberId, storeId: place.storeId });
  return { ...member, topUpId, cardNo };
}

export const send = (
  browser: TestBrowser,
  method: 'POST' | 'PUT',
  { path, body }: Sample,
  key: string = randomUUID(),
): Promise<TestAnswer> => browser.call(method, `/api/v1${path}`, body ?? {}, { key });

/** Carries out another act first: what is undone must have been done. */
export async function done(
  place: Place,
  name: string,
): Promise<{ body: Record<string, number>; sample: Sample }> {
  const act = ACTS[name] as ActSample;
  const sample = await act.ask(place);
  const answer = await send(place[act.by], act.method ?? 'POST', sample);
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  return { body: answer.body as Record<string, number>, sample };
}

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

const valueActs: Record<string, ActSample> = {
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

let phones = 0;
const aPhone = (): string => `1998${String((phones += 1)).padStart(7, '0')}`;

const memberActs: Record<string, ActSample> = {
  'POST /members': {
    by: 'desk',
    ask() {
      const body = {
        ...{ name: '周若彤', phone: aPhone() },
        ...{ card: {}, topUp: { amountCents: 50_00, tender: 'cash' } },
      };
      return Promise.resolve({ path: '/members', body, changed: { ...body, name: '周若同' } });
    },
  },
  'POST /members/tags': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      const { id } = await place.api.db.one<{ id: number }>(
        "INSERT INTO tag (name, color) VALUES ('标签' || substr(gen_random_uuid()::text, 1, 8), 'green') RETURNING id",
      );
      const body = { memberIds: [memberId], add: [id], remove: [] };
      return { path: '/members/tags', body, changed: { ...body, add: [], remove: [id] } };
    },
  },
  'POST /members/:id/level': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      const { ordinary, gold } = place.api.org.levelIds;
      const body = { levelId: gold, fromLevelId: ordinary, reason: '老顾客' };
      const changed = { ...body, levelId: place.api.org.levelIds.silver };
      return { path: `/members/${memberId}/level`, body, changed };
    },
  },
  'POST /members/:id/pin': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      return { path: `/members/${memberId}/pin`, body: { pin: FIXTURE_PIN }, changed: null };
    },
  },
  'PUT /members/:id/pin': {
    by: 'desk',
    method: 'PUT',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const body = { oldPin: FIXTURE_PIN, pin: '135791' };
      return { path: `/members/${memberId}/pin`, body, changed: null };
    },
  },
  'POST /members/:id/pin/reset': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const body = { pin: '135791', reason: '忘了', identity, approval: place.approval };
      return { path: `/members/${memberId}/pin/reset`, body, changed: { ...body, reason: '改' } };
    },
  },
  'PUT /members/:id/identity': {
    by: 'desk',
    method: 'PUT',
    async ask(place) {
      const { memberId, name } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const { id: version } = await place.api.db.one<{ id: number }>(
        `INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'id_card', $2, $3) RETURNING id`,
        [memberId, name, place.staffId],
      );
      const body = {
        ...{ documentKind: 'passport', name, version },
        ...{ identity, approval: place.approval },
      };
      const path = `/members/${memberId}/identity`;
      return { path, body, changed: { ...body, documentKind: 'other' } };
    },
  },
  'POST /members/:id/pin/unlock': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      await place.api.db.query(
        "UPDATE member SET pin_failures = 5, pin_locked_until = now() + interval '1 day' WHERE id = $1",
        [memberId],
      );
      const body = { reason: '本人到店' };
      return { path: `/members/${memberId}/pin/unlock`, body, changed: { reason: '改' } };
    },
  },
  'POST /members/:id/merge': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const { memberId: mergedMemberId } = await aSaver(place);
      const proof = { by: 'pin', pin: FIXTURE_PIN, mergedPin: FIXTURE_PIN };
      const body = { mergedMemberId, reason: '同一人', proof, approval: place.approval };
      return { path: `/members/${memberId}/merge`, body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /members/:id/erasing': {
    by: 'desk',
    async ask(place) {
      const { memberId, name } = await aMember(place.api.db);
      const body = { confirmation: name, reason: '本人要求' };
      return { path: `/members/${memberId}/erasing`, body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /members/:id/statements': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = { from: '2026-01-01', to: '2026-10-31' };
      const path = `/members/${memberId}/statements`;
      return { path, body, changed: { ...body, to: '2026-10-30' } };
    },
  },
};

const approvalActs: Record<string, ActSample> = {
  'POST /approvals': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = {
        ...{ kind: 'wallet.withdraw', subjectKind: 'member', subjectId: memberId },
        ...{ storeId: place.storeId, amountCents: 400_00, facts: {} },
      };
      return { path: '/approvals', body, changed: { ...body, amountCents: 401_00 } };
    },
  },
  'POST /approvals/:id/decision': {
    by: 'head',
    async ask(place) {
      const { body } = await done(place, 'POST /approvals');
      const path = `/approvals/${body['requestId']}/decision`;
      return { path, body: { decision: 'approve' }, changed: { decision: 'refuse' } };
    },
  },
  'POST /approvals/:id/cancellation': {
    by: 'desk',
    async ask(place) {
      const { body } = await done(place, 'POST /approvals');
      return { path: `/approvals/${body['requestId']}/cancellation`, changed: null };
    },
  },
};

/** One request per route that changes value or status. A route without one fails the walks. */
export const ACTS: Record<string, ActSample> = {
  ...valueActs,
  ...memberActs,
  ...approvalActs,
  ...cardSamples,
  ...campaignSamples,
};
