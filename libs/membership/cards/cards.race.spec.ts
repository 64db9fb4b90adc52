import { randomUUID } from 'node:crypto';
import { STAFF_PIN, testApp } from '#workshop/testing';
import { aMember } from '../members/members.fixtures.js';
import { aShopper, shelved } from '../../counter/sales/sales.fixtures.js';
import { anActiveCard, aPrintedCard } from './cards.fixtures.js';
import { CardsService } from './index.js';

const { app, as, db, org } = await testApp();
const cashier = as('cashier');
const manager = as('manager');
const at = { storeId: org.renminId, staffId: org.staffIds.cashier };
const post = (who: typeof cashier, path: string, body: object = {}) =>
  who.post(`/api/v1/${path}`, body, { key: randomUUID() });
const identity = { by: 'document', document: 'passport', last4: '2807' };
const approval = { login: 'head', pin: STAFF_PIN };
const good = (answers: { status: number }[]) => answers.filter(({ status }) => status < 300);

beforeAll(async () => {
  await Promise.all([cashier.get('/api/v1/session'), manager.get('/api/v1/session')]);
});

describe('one card at two tills at once', () => {
  it('is spent before it is reported lost, or not at all', async () => {
    const shopper = await db.write((tx) =>
      aShopper(tx, { ...at, levelId: org.levelIds.ordinary, principalCents: 500_00 }),
    );
    const tea = await db.write((tx) => shelved(tx, at, { kind: 'service', priceCents: 10_00 }));
    const sale = {
      cardNo: shopper.cardNo,
      lines: [{ productId: tea.id, qtyMilli: 1000, unitPriceCents: 10_00 }],
      tenders: [{ tender: 'wallet', amountCents: 10_00 }],
      dueCents: 10_00,
    };
    const sales = Array.from({ length: 12 }, () => post(cashier, 'sales', sale));
    const lost = Array.from({ length: 3 }, () => post(manager, `cards/${shopper.cardNo}/lost`));
    const [sold, reported] = await Promise.all([Promise.all(sales), Promise.all(lost)]);
    expect(good(reported)).toHaveLength(1);
    const refused = sold.filter(({ status }) => status >= 300).map(({ body }) => body.code);
    expect(new Set([...refused, 'card.lost'])).toEqual(new Set(['card.lost']));
    const { wallet } = (await cashier.get(`/api/v1/members/${shopper.memberId}`)).body;
    expect(wallet.principalCents).toBe(500_00 - good(sold).length * 10_00);
    expect((await post(cashier, 'sales', sale)).body.code).toBe('card.lost');
  });

  it('is replaced once', async () => {
    const { memberId } = await aMember(db);
    const { cardNo, cardId } = await anActiveCard(db, { memberId });
    const answers = await Promise.all(
      [cashier, manager, cashier, manager].map((who) =>
        post(who, `cards/${cardNo}/replacement`, { feeCents: 10_00, identity, approval }),
      ),
    );
    expect(good(answers)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status >= 300);
    expect(refused.map(({ body }) => body.code)).toEqual(
      Array.from({ length: 3 }, () => 'card.not_active'),
    );
    const heirs = await db.query('SELECT id FROM card WHERE replaces_card_id = $1', [cardId]);
    expect(heirs).toHaveLength(1);
  });

  it('is handed to one of two members', async () => {
    const printed = await aPrintedCard(db, { storeId: org.renminId });
    const members = await Promise.all([aMember(db), aMember(db), aMember(db)]);
    const answers = await Promise.all(
      members.map(({ memberId }) =>
        post(cashier, `members/${memberId}/cards`, { cardNo: printed.cardNo, feeCents: 5_00 }),
      ),
    );
    expect(good(answers)).toHaveLength(1);
  });

  it('is the last of its wallet once, when all of them are closed at once', async () => {
    const { memberId } = await aMember(db);
    const numbers = [];
    for (let index = 0; index < 4; index += 1) {
      numbers.push((await anActiveCard(db, { memberId })).cardNo);
    }
    const cards = app.get(CardsService, { strict: false });
    const actor = { staffId: at.staffId, till: null } as unknown as Parameters<
      typeof cards.close
    >[1];
    const why = { reason: null, proven: null };
    const closed = await Promise.all(
      numbers.map((cardNo) => db.write((tx) => cards.close(tx, actor, at, cardNo, why))),
    );
    expect(closed.filter(({ isLastOfWallet }) => isLastOfWallet)).toHaveLength(1);
  });
});
