import { randomUUID } from 'node:crypto';
import { testApp, type TestAnswer } from '#workshop/testing';
import { aMember, FIXTURE_PIN } from '../members/members.fixtures.js';
import { shelved } from '../../counter/sales/sales.fixtures.js';
import {
  allows,
  CARD_ACTS,
  CARD_ACT_NAMES,
  CARD_STATUSES,
  type CardAct,
  type CardStatus,
} from './card.rules.js';
import { anActiveCard, aPrintedCard } from './cards.fixtures.js';
import { CardsService } from './index.js';

const { app, as, db, org } = await testApp();
const manager = as('manager');
const cards = app.get(CardsService, { strict: false });
const { renminId, binjiangId } = org;
const till = { storeId: renminId };
const call = (path: string, body: object = {}) =>
  manager.post(`/api/v1/${path}`, body, { key: randomUUID() });

interface Subject {
  cardNo: string;
  memberId: number;
}

/** What only a card on somebody else's wallet knows. */
const OF_FAMILY: readonly CardAct[] = ['setLimit', 'unbind'];

async function aCard(status: CardStatus, act: CardAct): Promise<Subject> {
  const { memberId } = await aMember(db, { pin: FIXTURE_PIN });
  const { cardNo } =
    status === 'in_stock'
      ? await aPrintedCard(db, { storeId: renminId })
      : await anActiveCard(db, { memberId, status });
  if (status !== 'in_stock') {
    await db.query("UPDATE card SET expires_on = '2027-01-01' WHERE card_no = $1", [cardNo]);
  }
  if (status !== 'in_stock' && OF_FAMILY.includes(act)) {
    const { walletId } = await aMember(db, { pin: FIXTURE_PIN });
    await db.query('UPDATE card SET wallet_id = $2 WHERE card_no = $1', [cardNo, walletId]);
  }
  return { cardNo, memberId };
}

type Outcome = Pick<TestAnswer, 'status' | 'body'>;
const identity = { by: 'pin', pin: FIXTURE_PIN };
const PROVEN = { reason: null, proven: null };
let actor: Parameters<CardsService['close']>[1];

/** How each act of the table is done at the counter. */
const ACTS: Record<CardAct, (subject: Subject) => Promise<Outcome>> = {
  activate: ({ cardNo, memberId }) => call(`members/${memberId}/cards`, { cardNo }),
  transfer: ({ cardNo }) =>
    call('card-stock/transfers', { fromStoreId: renminId, toStoreId: binjiangId, numbers: cardNo }),
  receive: async ({ cardNo }) => {
    const body = { fromStoreId: renminId, toStoreId: binjiangId, numbers: cardNo };
    const sent = await call('card-stock/transfers', body);
    return sent.status === 201 ? call(`card-stock/transfers/${sent.body.id}/receipt`) : sent;
  },
  pay: async ({ cardNo }) => {
    const at = { storeId: renminId, staffId: org.staffIds.manager };
    const tea = await db.write((tx) => shelved(tx, at, { priceCents: 10_00 }));
    return call('sales', {
      cardNo,
      lines: [{ productId: tea.id, qtyMilli: 1000, unitPriceCents: 10_00 }],
      tenders: [{ tender: 'cash', amountCents: 10_00 }],
      dueCents: 10_00,
    });
  },
  topUp: ({ cardNo, memberId }) =>
    call(`members/${memberId}/top-ups`, { cardNo, amountCents: 10_00, tender: 'cash' }),
  showCode: ({ cardNo }) => manager.get(`/api/v1/cards/${cardNo}/virtual-code`),
  reportLost: ({ cardNo }) => call(`cards/${cardNo}/lost`),
  unfreeze: ({ cardNo }) => call(`cards/${cardNo}/unfreeze`, { identity }),
  replace: ({ cardNo }) => call(`cards/${cardNo}/replacement`, { identity }),
  extend: ({ cardNo }) =>
    call(`cards/${cardNo}/extension`, { expiresOn: '2028-01-01', reason: '续期' }),
  setLimit: ({ cardNo }) =>
    call(`cards/${cardNo}/day-limit`, { dayLimitCents: 100_00, ownerProof: identity }),
  unbind: ({ cardNo }) => call(`cards/${cardNo}/unbinding`, { identity }),
  // The card's side of it; money is given back by who closes.
  close: async ({ cardNo }) => {
    try {
      return {
        status: 200,
        body: await db.write((tx) => cards.close(tx, actor, till, cardNo, PROVEN)),
      };
    } catch (error) {
      const { status, code } = error as { status: number; code: string };
      return { status, body: { code } };
    }
  },
};

const REFUSALS = [
  'card.lost',
  'card.not_active',
  'card.not_lost',
  'card.not_found',
  'card.unknown_number',
  'card.number_taken',
  'card.not_in_stock_here',
];

beforeAll(() => {
  actor = { staffId: org.staffIds.manager, till: null } as unknown as typeof actor;
});

describe('what can be done with a card', () => {
  const cases = CARD_STATUSES.flatMap((status) =>
    CARD_ACT_NAMES.map((act) => ({ status, act, does: allows(status, act) ? 'may' : 'may not' })),
  );

  it.each(cases)('$status: $does $act', async ({ status, act }) => {
    const subject = await aCard(status, act);
    const rowOf = () =>
      db.one<{ status: CardStatus }>('SELECT * FROM card WHERE card_no = $1', [subject.cardNo]);
    const before = await rowOf();
    const answer = await ACTS[act](subject);
    const after = await rowOf();
    if (allows(status, act)) {
      const rule = CARD_ACTS[act];
      expect([Math.floor(answer.status / 100), after.status]).toEqual([
        2,
        'to' in rule ? rule.to : status,
      ]);
    } else {
      expect(REFUSALS).toContain(answer.body.code);
      expect(after).toEqual(before);
    }
  });
});
