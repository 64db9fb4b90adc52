import type { TestBrowser } from '#workshop/testing';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { approval, type Counter } from './counter.fixtures.js';
import { ALL, key, type MemberAct, on } from './saver.fixtures.js';

const settlement = {
  ...{ basis: 'principal', amountCents: ALL, tender: 'cash' },
  ...{ giftPoints: 'leave', points: 'keep', reason: '退' },
};

/** Acts that move value or points of a member: sales, top-ups, payouts, adjustments, and what undoes them. */
export function valueActs({ api, serviceId }: Counter, topUp: object): Record<string, MemberAct> {
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
  };
}
