import { FixedClock } from '#kernel';
import { Settings } from '#chain/settings';
import { testApp } from '#workshop/testing';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { ACTS, send } from '../walks/act-samples.fixtures.js';
import { twoPlaces } from '../walks/place.fixtures.js';
import { aCounter, approval, onDay } from './counter.fixtures.js';
import { FIRST_DAY } from './desk-model.fixtures.js';
import {
  aSaver,
  asking,
  done,
  FULL,
  HALF,
  INSTALMENTS,
  NOTHING,
  type Saver,
  settlement,
  standing,
} from './held-saver.fixtures.js';

// What every act does to value that a member has and may not spend yet: bonus by instalments and locked points.
const api = await testApp({ clock: new FixedClock(new Date(`${FIRST_DAY}T02:00:00Z`)) });
const { db, org } = api;
const counter = await aCounter(api);
const { here } = await twoPlaces(api);
const { ask, sale, withdrawal, transfer, refund } = asking(counter);

async function transferMoves(bonus: 'move' | 'void'): Promise<void> {
  await db.query(
    `INSERT INTO setting (key, version, value, changed_at) SELECT 'wallet.transfer_bonus', count(*) + 1, to_jsonb($1::text), now()
       FROM setting WHERE key = 'wallet.transfer_bonus'`,
    [bonus],
  );
  api.app.get(Settings).forget();
}

/** By the route of the act: what is done, what the member has afterwards, and what the other one has. */
const CASES: Record<
  string,
  {
    name: string;
    act: (saver: Saver) => Promise<unknown>;
    member: typeof FULL;
    other?: typeof FULL;
  }[]
> = {
  'POST /sales': [
    {
      name: 'pays with what can be spent, and leaves what is held',
      act: (saver) => done(sale(saver, 110_00)),
      member: { spendable: [0, 0, 150], held: [0, 31_00, 30] },
    },
    {
      name: 'is refused a cent of what is held',
      act: async (saver) =>
        expect((await sale(saver, 110_01)).body).toMatchObject({ code: 'ledger.insufficient' }),
      member: FULL,
    },
  ],
  'POST /members/:id/withdrawals': [
    {
      name: 'takes the held bonus along in the same ratio, the latest first',
      act: async (saver) => {
        await done(withdrawal(saver));
        await onDay(counter, '2027-01-22');
        await done(sale(saver, 70_50));
      },
      member: { spendable: [0, 0, 50 + 30 + 50], held: [0, 0, 0] },
    },
  ],
  'POST /members/:id/transfers': [
    {
      name: 'ends the held bonus in the same ratio',
      act: (saver) => done(transfer(saver)),
      member: HALF,
      other: { spendable: [50_00, 0, 0], held: [0, 0, 0] },
    },
    {
      name: 'moves the held bonus in the same ratio where the chain says so, and it stays held',
      act: async (saver) => {
        await transferMoves('move');
        await done(transfer(saver)).finally(() => transferMoves('void'));
      },
      member: HALF,
      other: { spendable: [50_00, 5_00, 0], held: [0, 15_50, 0] },
    },
  ],
  'POST /members/:id/wallet-refunds': [
    {
      name: 'ends all bonus, and leaves locked points where points are kept',
      act: (saver) => done(refund(saver, 'keep')),
      member: { spendable: [0, 0, 50], held: [0, 0, 30] },
    },
    {
      name: 'ends locked points too where points are forfeited',
      act: (saver) => done(refund(saver, 'forfeit')),
      member: NOTHING,
    },
  ],
  'POST /cards/:cardNo/closing': [
    {
      name: 'ends all bonus with the last card',
      act: ({ cardNo }) =>
        done(
          ask(`/cards/${cardNo}/closing`, {
            ...{ tender: 'cash', approval },
            settlement: { ...settlement, points: 'forfeit' },
          }),
        ),
      member: NOTHING,
    },
  ],
  'POST /members/:id/merge': [
    {
      name: 'gives what is held to the survivor, who waits for the same days',
      act: async ({ memberId, other }) => {
        await done(ask(`/members/${other.memberId}/merge`, { mergedMemberId: memberId }));
        expect(await standing(counter, other)).toEqual(FULL);
        await onDay(counter, '2026-12-22');
        await done(
          ask(`/members/${other.memberId}/points-adjustments`, { points: -80, reason: '扣' }),
        );
        const body = { kind: 'bonus', amountCents: -20_34, reason: '扣' };
        await done(ask(`/members/${other.memberId}/wallet-adjustments`, body));
      },
      member: NOTHING,
      other: { spendable: [100_00, 0, 0], held: [0, 20_66, 0] },
    },
  ],
  'POST /top-ups/:id/reversal': [
    {
      name: 'takes back what it gave for later where it waits, and nobody else’s',
      act: async (saver) => {
        const more = { principalCents: 1, bonusLots: INSTALMENTS, storeId: org.renminId };
        await toppedUp(db, saver, { ...more, businessDate: FIRST_DAY });
        await done(ask(`/top-ups/${saver.topUpId}/reversal`, { reason: '误', approval }));
      },
      member: { spendable: [1, 10_00, 0], held: [0, 31_00, 30] },
    },
    {
      name: 'never takes a debt out of what another top-up gave for later',
      act: async (saver) => {
        await done(sale(saver, 110_00));
        const more = { principalCents: 1, bonusLots: INSTALMENTS.slice(1), storeId: org.renminId };
        await toppedUp(db, saver, { ...more, businessDate: FIRST_DAY });
        await done(ask(`/top-ups/${saver.topUpId}/reversal`, { reason: '误', approval }));
      },
      member: { spendable: [1 - 100_00, -10_00, 100], held: [0, 31_00, 30] },
    },
  ],
  'POST /payouts/:id/reversal': [
    {
      name: 'makes what was held wait again',
      act: async (saver) => {
        const { body } = await done(refund(saver, 'forfeit'));
        await done(ask(`/payouts/${body.payoutId}/reversal`, { reason: '误' }));
      },
      member: FULL,
    },
    {
      name: 'gives back to spend what would have been released by now',
      act: async (saver) => {
        const { body } = await done(refund(saver, 'forfeit'));
        await onDay(counter, '2027-01-22');
        await done(ask(`/payouts/${body.payoutId}/reversal`, { reason: '误' }));
      },
      member: { spendable: [100_00, 30_67, 80], held: [0, 10_33, 0] },
    },
  ],
  'POST /sales/:id/void': [
    {
      name: 'leaves what is held alone',
      act: async (saver) => {
        const { body } = await done(sale(saver, 110_00));
        await done(ask(`/sales/${body.saleId}/void`, { reason: '误' }));
      },
      member: FULL,
    },
  ],
  'POST /sales/:id/returns': [
    {
      name: 'leaves what is held alone',
      act: async (saver) => {
        const { body } = await done(sale(saver, 110_00));
        const lines = [{ lineNo: 1, qtyMilli: 11_000_000 }];
        await done(ask(`/sales/${body.saleId}/returns`, { lines, reason: '退' }));
      },
      member: FULL,
    },
  ],
  'POST /members/:id/wallet-adjustments': [
    {
      name: 'takes nothing of what is held',
      act: async ({ memberId }) => {
        const body = { kind: 'bonus', amountCents: -10_01, reason: '扣' };
        expect((await ask(`/members/${memberId}/wallet-adjustments`, body)).body).toMatchObject({
          code: 'ledger.insufficient',
        });
        await done(
          ask(`/members/${memberId}/wallet-adjustments`, { ...body, amountCents: -10_00 }),
        );
      },
      member: { spendable: [100_00, 0, 50], held: [0, 31_00, 30] },
    },
  ],
  'POST /members/:id/points-adjustments': [
    {
      name: 'takes nothing of what is locked',
      act: async ({ memberId }) => {
        const body = { points: -51, reason: '扣' };
        expect((await ask(`/members/${memberId}/points-adjustments`, body)).body).toMatchObject({
          code: 'ledger.insufficient_points',
        });
        await done(ask(`/members/${memberId}/points-adjustments`, { ...body, points: -50 }));
      },
      member: { spendable: [100_00, 10_00, 0], held: [0, 31_00, 30] },
    },
  ],
  'POST /members/:id/erasing': [
    {
      name: 'is refused while a bonus waits',
      act: async (saver) => {
        await onDay(counter, '2026-12-22');
        await done(sale(saver, 120_34));
        await done(
          ask(`/members/${saver.memberId}/points-adjustments`, { points: -180, reason: '扣' }),
        );
        await notErased(saver, { bonusCents: 20_66, points: 0 });
      },
      member: { spendable: [0, 0, 0], held: [0, 20_66, 0] },
    },
    {
      name: 'is refused while points are locked',
      act: async (saver) => {
        await done(refund(saver, 'keep'));
        await done(
          ask(`/members/${saver.memberId}/points-adjustments`, { points: -50, reason: '扣' }),
        );
        await notErased(saver, { bonusCents: 0, points: 30 });
      },
      member: { spendable: [0, 0, 0], held: [0, 0, 30] },
    },
  ],
};

async function notErased({ memberId, name }: Saver, params: object): Promise<void> {
  const answer = await ask(`/members/${memberId}/erasing`, { confirmation: name });
  expect(answer.body).toMatchObject({ code: 'erase.something_remains', params });
}

describe.each(Object.entries(CASES))('%s', (_route, cases) => {
  it.each(cases)('$name', async ({ act, member, other = NOTHING }) => {
    const saver = await aSaver(counter);
    expect(await standing(counter, saver)).toEqual(FULL);
    await act(saver);
    expect(await standing(counter, saver)).toEqual(member);
    expect(await standing(counter, saver.other)).toEqual(other);
  });
});

it('knows every act that takes value from a member', async () => {
  await onDay(counter, FIRST_DAY);
  const taking: string[] = [];
  for (const [name, act] of Object.entries(ACTS)) {
    const sample = await act.ask(here);
    const { id: before } = await db.one<{ id: number }>(
      'SELECT coalesce(max(id), 0) AS id FROM ledger.entry',
    );
    await done(send(here[act.by], act.method ?? 'POST', sample));
    const took = await db.query(
      `SELECT FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id
        WHERE p.entry_id > $1 AND a.kind <> 'stock' AND p.facet <> 'debt' AND p.amount > 0`,
      [before],
    );
    if (took.length) taking.push(name);
  }
  expect(taking.filter((name) => !CASES[name])).toEqual([]);
});
