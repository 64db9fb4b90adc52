import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestApp, TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { aTopUpRule, toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { approval, type Counter, identity } from './counter.fixtures.js';

/** Somebody with value, a card and papers that can be undone, and another person whom acts on both name. */
export interface Saver extends FixtureMember {
  topUpId: number;
  cardNo: string;
  other: FixtureMember;
  saleId?: number;
  payoutId?: number;
  contactId?: number;
  /** The other person's card on this wallet. */
  familyCardNo?: string;
}

/** One act on one member, as it is asked for over HTTP. */
export interface MemberAct {
  /** Method and path as in the API's description. */
  route: string;
  /** What must be there before. */
  prepare?: (till: TestBrowser, saver: Saver) => Promise<unknown>;
  run: (till: TestBrowser, saver: Saver) => Promise<TestAnswer>;
  /** Why it is refused to this member, after everything was locked; left out: it is done. */
  refusal?: string;
}

const ALL = 100_00;
const key = () => ({ key: randomUUID() });
const settlement = {
  ...{ basis: 'principal', amountCents: ALL, tender: 'cash' },
  ...{ giftPoints: 'leave', points: 'keep', reason: '退' },
};
// The smallest picture there is.
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export async function aSaver({ api }: Counter): Promise<Saver> {
  const { db, org } = api;
  const member = await aMember(db);
  const { topUpId } = await toppedUp(db, member, {
    ...{ principalCents: ALL, points: 50, storeId: org.renminId },
  });
  const { cardNo } = await anActiveCard(db, member);
  return { ...member, topUpId, cardNo, other: await aMember(db) };
}

/** Every act on one member. A new route that is one joins here; `ELSEWHERE` names what touches no member's rows. */
export async function memberActs(counter: Counter): Promise<Record<string, MemberAct>> {
  const { api, serviceId } = counter;
  const { ordinary, silver, gold } = api.org.levelIds;
  const terms = { payCents: ALL, bonusCents: 10_00, points: 5, grantsLevelId: silver };
  const raising = await aTopUpRule(api.db, terms);
  const tagId = await aTag(api);
  const on = (id: number) => `/api/v1/members/${id}`;
  const topUp = { amountCents: ALL, tender: 'cash', ruleId: raising };
  const sale = (till: TestBrowser, cents: number, cardNo: string) =>
    till.post(
      '/api/v1/sales',
      {
        cardNo,
        lines: [{ productId: serviceId, qtyMilli: cents * 1_000, unitPriceCents: 1 }],
        tenders: [{ tender: 'wallet', amountCents: cents }],
        dueCents: cents,
      },
      key(),
    );
  const merge = (till: TestBrowser, survivor: number, mergedMemberId: number) =>
    till.post(`${on(survivor)}/merge`, { mergedMemberId }, key());
  const transfer = (till: TestBrowser, from: number, toMemberId: number) =>
    till.post(`${on(from)}/transfers`, { toMemberId, amountCents: 10_00, approval }, key());

  return {
    'a sale': {
      route: 'POST /api/v1/sales',
      run: (till, { cardNo }) => sale(till, 50_00, cardNo),
    },
    'a void': {
      route: 'POST /api/v1/sales/{id}/void',
      prepare: async (till, saver) => {
        saver.saleId = (await sale(till, 1_00, saver.cardNo)).body.saleId;
      },
      run: (till, { saleId }) => till.post(`/api/v1/sales/${saleId}/void`, { reason: '误' }, key()),
    },
    'a return': {
      route: 'POST /api/v1/sales/{id}/returns',
      prepare: async (till, saver) => {
        saver.saleId = (await sale(till, 1_00, saver.cardNo)).body.saleId;
      },
      run: (till, { saleId }) =>
        till.post(
          `/api/v1/sales/${saleId}/returns`,
          { lines: [{ lineNo: 1, qtyMilli: 50_000 }], reason: '退' },
          key(),
        ),
    },
    'a top-up that raises the level': {
      route: 'POST /api/v1/members/{id}/top-ups',
      run: (till, { memberId, cardNo }) =>
        till.post(`${on(memberId)}/top-ups`, { ...topUp, cardNo }, key()),
    },
    'a top-up taken back': {
      route: 'POST /api/v1/top-ups/{id}/reversal',
      run: (till, { topUpId }) =>
        till.post(`/api/v1/top-ups/${topUpId}/reversal`, { reason: '误', approval }, key()),
    },
    'a withdrawal': {
      route: 'POST /api/v1/members/{id}/withdrawals',
      run: (till, { memberId, cardNo }) =>
        till.post(
          `${on(memberId)}/withdrawals`,
          { amountCents: 20_00, tender: 'cash', cardNo, approval },
          key(),
        ),
    },
    'a transfer to another': {
      route: 'POST /api/v1/members/{id}/transfers',
      run: (till, { memberId, other }) => transfer(till, memberId, other.memberId),
    },
    'a transfer from another': {
      route: 'POST /api/v1/members/{id}/transfers',
      prepare: (_, { other }) => toppedUp(api.db, other, { principalCents: ALL }),
      run: (till, { memberId, other }) => transfer(till, other.memberId, memberId),
    },
    'a refund': {
      route: 'POST /api/v1/members/{id}/wallet-refunds',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/wallet-refunds`, { ...settlement, approval }, key()),
    },
    'the closing of the card': {
      route: 'POST /api/v1/cards/{cardNo}/closing',
      run: (till, { cardNo }) =>
        till.post(
          `/api/v1/cards/${cardNo}/closing`,
          { tender: 'cash', approval, settlement },
          key(),
        ),
    },
    'a transfer taken back': {
      route: 'POST /api/v1/payouts/{id}/reversal',
      prepare: async (till, saver) => {
        const made = await transfer(till, saver.memberId, saver.other.memberId);
        saver.payoutId = made.body.payoutId;
      },
      run: (till, { payoutId }) =>
        till.post(`/api/v1/payouts/${payoutId}/reversal`, { reason: '误' }, key()),
    },
    'an adjustment of the wallet': {
      route: 'POST /api/v1/members/{id}/wallet-adjustments',
      run: (till, { memberId }) =>
        till.post(
          `${on(memberId)}/wallet-adjustments`,
          { kind: 'principal', amountCents: -1_00, reason: '错', approval },
          key(),
        ),
    },
    'an adjustment of points': {
      route: 'POST /api/v1/members/{id}/points-adjustments',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/points-adjustments`, { points: 5, reason: '补' }, key()),
    },
    'a card with a top-up': {
      route: 'POST /api/v1/members/{id}/cards',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/cards`, { feeCents: 5_00, topUp }, key()),
    },
    'a loss': {
      route: 'POST /api/v1/cards/{cardNo}/lost',
      run: (till, { cardNo }) => till.post(`/api/v1/cards/${cardNo}/lost`, {}, key()),
    },
    'an unfreezing': {
      route: 'POST /api/v1/cards/{cardNo}/unfreeze',
      run: (till, { cardNo }) =>
        till.post(`/api/v1/cards/${cardNo}/unfreeze`, { identity, approval }, key()),
      refusal: 'card.not_lost',
    },
    'a replacement': {
      route: 'POST /api/v1/cards/{cardNo}/replacement',
      run: (till, { cardNo }) =>
        till.post(
          `/api/v1/cards/${cardNo}/replacement`,
          { feeCents: 5_00, identity, approval },
          key(),
        ),
    },
    'an extension': {
      route: 'POST /api/v1/cards/{cardNo}/extension',
      run: (till, { cardNo }) =>
        till.post(
          `/api/v1/cards/${cardNo}/extension`,
          { expiresOn: '2099-01-01', reason: '补' },
          key(),
        ),
      refusal: 'card.not_later',
    },
    'a limit of a family card': {
      route: 'POST /api/v1/cards/{cardNo}/day-limit',
      prepare: (_, saver) => aFamilyCard(api, saver),
      run: (till, { familyCardNo }) =>
        till.post(
          `/api/v1/cards/${familyCardNo}/day-limit`,
          { dayLimitCents: 50_00, ownerProof: identity, approval },
          key(),
        ),
    },
    'an end of a family card': {
      route: 'POST /api/v1/cards/{cardNo}/unbinding',
      prepare: (_, saver) => aFamilyCard(api, saver),
      run: (till, { familyCardNo }) =>
        till.post(`/api/v1/cards/${familyCardNo}/unbinding`, { identity, approval }, key()),
    },
    'a merge into another': {
      route: 'POST /api/v1/members/{id}/merge',
      run: (till, { memberId, other }) => merge(till, other.memberId, memberId),
    },
    'a merge of another': {
      route: 'POST /api/v1/members/{id}/merge',
      run: (till, { memberId, other }) => merge(till, memberId, other.memberId),
    },
    'an erasing': {
      route: 'POST /api/v1/members/{id}/erasing',
      run: (till, { memberId, name }) =>
        till.post(`${on(memberId)}/erasing`, { confirmation: name }, key()),
      refusal: 'erase.something_remains',
    },
    'a level by hand': {
      route: 'POST /api/v1/members/{id}/level',
      run: (till, { memberId }) =>
        till.post(
          `${on(memberId)}/level`,
          { levelId: gold, fromLevelId: ordinary, reason: '升' },
          key(),
        ),
    },
    'another name': {
      route: 'PATCH /api/v1/members/{id}',
      run: (till, { memberId }) => till.patch(on(memberId), { version: 1, nickname: '新' }),
    },
    'a document seen': {
      route: 'PUT /api/v1/members/{id}/identity',
      run: (till, { memberId, name }) =>
        till.put(`${on(memberId)}/identity`, { documentKind: 'id_card', name, version: 0 }, key()),
    },
    'a mark of the staff': {
      route: 'PUT /api/v1/members/{id}/staff',
      run: (till, { memberId }) => till.put(`${on(memberId)}/staff`, { staffId: null, version: 1 }),
      refusal: 'access.forbidden',
    },
    'a first PIN': {
      route: 'POST /api/v1/members/{id}/pin',
      run: (till, { memberId }) => till.post(`${on(memberId)}/pin`, { pin: '246803' }, key()),
    },
    'another PIN': {
      route: 'PUT /api/v1/members/{id}/pin',
      run: (till, { memberId }) =>
        till.put(`${on(memberId)}/pin`, { oldPin: '246802', pin: '246804' }, key()),
      refusal: 'member.pin_not_set',
    },
    'a forgotten PIN': {
      route: 'POST /api/v1/members/{id}/pin/reset',
      run: (till, { memberId }) =>
        till.post(
          `${on(memberId)}/pin/reset`,
          { pin: '246805', reason: '忘', identity, approval },
          key(),
        ),
      refusal: 'member.pin_not_set',
    },
    'a PIN forgiven': {
      route: 'POST /api/v1/members/{id}/pin/unlock',
      run: (till, { memberId }) => till.post(`${on(memberId)}/pin/unlock`, { reason: '忘' }, key()),
    },
    'a photo': {
      route: 'PUT /api/v1/members/{id}/photo',
      run: (till, { memberId }) =>
        till.call('PUT', `${on(memberId)}/photo`, Buffer.from(PIXEL, 'base64'), {
          headers: { 'content-type': 'image/png' },
        }),
    },
    'no photo': {
      route: 'DELETE /api/v1/members/{id}/photo',
      run: (till, { memberId }) => till.delete(`${on(memberId)}/photo`),
    },
    'a note of a talk': {
      route: 'POST /api/v1/members/{id}/contacts',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/contacts`, { channel: 'phone', body: '问候' }, key()),
    },
    'a talk followed up': {
      route: 'POST /api/v1/members/{id}/contacts/{contactId}/followed-up',
      prepare: async (till, saver) => {
        const noted = await till.post(
          `${on(saver.memberId)}/contacts`,
          { channel: 'phone', body: '问候', followUpOn: '2099-01-01' },
          key(),
        );
        saver.contactId = noted.body.id;
      },
      run: (till, { memberId, contactId }) =>
        till.post(`${on(memberId)}/contacts/${contactId}/followed-up`, {}, key()),
    },
    'a tag': {
      route: 'POST /api/v1/members/tags',
      run: (till, { memberId, other }) =>
        till.post(
          '/api/v1/members/tags',
          { memberIds: [memberId, other.memberId], add: [tagId], remove: [] },
          key(),
        ),
    },
    'a cart opened': {
      route: 'PUT /api/v1/desk/open-sale',
      run: (till, { memberId }) => till.put('/api/v1/desk/open-sale', { memberId }),
    },
    'a cart left': {
      route: 'DELETE /api/v1/desk/open-sale',
      run: (till) => till.delete('/api/v1/desk/open-sale'),
    },
  };
}

async function aFamilyCard({ db }: TestApp, saver: Saver): Promise<void> {
  saver.familyCardNo ??= (await anActiveCard(db, saver.other)).cardNo;
  await db.query('UPDATE card SET wallet_id = $2 WHERE card_no = $1', [
    saver.familyCardNo,
    saver.walletId,
  ]);
}

async function aTag({ db }: TestApp): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    "INSERT INTO tag (name, color) VALUES ('常客', 'blue') RETURNING id",
  );
  return id;
}
