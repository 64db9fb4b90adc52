import { CardLosses, cardNumber, CardStock, CardValidity } from '#membership/cards';
import { addDays, businessDateOf } from '#kernel';
import { CardJoiningService } from '#counter/joining';
import { LevelChanges } from '#membership/members';
import type { DemoActs } from './demo-acts.js';
import { DEMO_STAFF_PIN } from './demo-payouts.js';
import { CARD_RANGES } from './organisation.data.js';

const HEAD_OFFICE = 1;
const RENMIN = 2;
const BINJIANG = 3;
const PIN = '135790';

/** Printed cards from head office to the counters, and the lives of a few cards: family, replaced, found, ended, extended. */
export async function demoCards(acts: DemoActs): Promise<void> {
  const printed = await stockCards(acts);
  await someLives(acts, printed);
  await levelsByHand(acts);
}

/** A run of RM's numbers for head office; RM has its share, one card short; another parcel is on its way. */
async function stockCards({ service, actor, key }: DemoActs): Promise<string[]> {
  const stock = service(CardStock);
  const head = actor('head');
  const numberOf = (index: number) =>
    cardNumber(CARD_RANGES[RENMIN] ?? '', String(8_800_000 + index).padStart(7, '0'));
  const [first, last] = [numberOf(0), numberOf(119)];
  const run = { storeId: HEAD_OFFICE, firstNo: first, lastNo: last, note: '秋季批次，烫金' };
  await stock.receive(head, run, key());
  const parcel = {
    fromStoreId: HEAD_OFFICE,
    toStoreId: RENMIN,
    firstNo: first,
    lastNo: numberOf(59),
  };
  const { value: sent } = await stock.send(head, parcel, key());
  const manager = actor('manager', RENMIN);
  const arrived = { missing: numberOf(17), note: '封套里少一张' };
  await stock.receiveTransfer(manager, sent.id, arrived, key());
  const more = { fromStoreId: HEAD_OFFICE, toStoreId: BINJIANG, quantity: 20, note: '随周三货车' };
  await stock.send(head, more, key());
  return Array.from({ length: 10 }, (_, index) => numberOf(index));
}

async function someLives(acts: DemoActs, printed: readonly string[]): Promise<void> {
  const { db, now, service, actor, key } = acts;
  const today = businessDateOf(now, { timezone: 'Asia/Shanghai', cutoverHour: 5 });
  const cashier = actor('cashier', RENMIN);
  const desk = service(CardJoiningService);
  const losses = service(CardLosses);
  const [grandmother, mother, son, ended, prolonged] = await db.query<{ id: number }>(
    `SELECT m.id FROM member m WHERE m.home_store_id = $1 AND m.id > 400 AND m.status = 'active'
        AND NOT EXISTS (SELECT FROM card c WHERE c.member_id = m.id) ORDER BY m.id LIMIT 5`,
    [RENMIN],
  );
  const idOf = (member: { id: number } | undefined) => member?.id ?? 0;
  const costs = { depositCents: 20_00, feeCents: 10_00, tender: 'wechat' as const };
  const own = { ...costs, cardNo: printed[0] };
  const { value: first } = await desk.issue(cashier, idOf(mother), own, key());
  const family = {
    cardNo: printed[1],
    walletOfMemberId: idOf(mother),
    ownerProof: { by: 'pin' as const, pin: PIN },
  };
  const limited = { ...family, dayLimitCents: 300_00 };
  await desk.issue(cashier, idOf(grandmother), limited, key());
  await desk.issue(cashier, idOf(son), { ...family, cardNo: printed[2] }, key());
  const replaced = {
    cardNo: printed[3],
    feeCents: 10_00,
    tender: 'cash' as const,
    reason: '芯片读不出',
    identity: { by: 'pin' as const, pin: PIN },
  };
  await losses.replace(cashier, first.cardNo, replaced, key());

  const endedCard = { cardNo: printed[4], expiresOn: addDays(today, -20) };
  await desk.issue(cashier, idOf(ended), endedCard, key());
  const endingCard = { cardNo: printed[5], expiresOn: addDays(today, -3) };
  const { value: ending } = await desk.issue(cashier, idOf(prolonged), endingCard, key());
  const later = { expiresOn: addDays(today, 362), reason: '续一年' };
  await service(CardValidity).extend(actor('manager', RENMIN), ending.cardNo, later, key());

  const [found, gone] = await db.query<{ cardNo: string }>(
    `SELECT card_no AS "cardNo" FROM card c WHERE status = 'lost' AND store_id = $1
        AND NOT EXISTS (SELECT FROM member_identity i WHERE i.member_id = c.member_id) ORDER BY id LIMIT 2`,
    [RENMIN],
  );
  const seen = { by: 'document' as const, document: 'id_card' as const, last4: '281X' };
  const approval = { login: 'manager', pin: DEMO_STAFF_PIN };
  if (found) {
    await losses.unfreeze(
      cashier,
      found.cardNo,
      { identity: seen, reason: '在家找到', approval },
      key(),
    );
    await losses.reportLost(cashier, found.cardNo, { reason: '又不见了' }, key());
  }
  if (gone) {
    const anew = { cardNo: printed[6], feeCents: 10_00, tender: 'alipay' as const };
    await losses.replace(cashier, gone.cardNo, { ...anew, identity: seen, approval }, key());
  }
}

async function levelsByHand({ db, service, actor, key }: DemoActs): Promise<void> {
  const levels = service(LevelChanges);
  const { id: gold } = await db.one<{ id: number }>('SELECT id FROM level WHERE rank = 3');
  const members = await db.query<{ id: number; fromLevelId: number }>(
    'SELECT m.id, l.id AS "fromLevelId" FROM member m JOIN level l ON l.id = m.level_id WHERE l.rank = 2 AND m.id > 400 ORDER BY m.id LIMIT 2',
  );
  const reasons = ['介绍了五位新会员', '投诉补偿'];
  for (const [index, { id, fromLevelId }] of members.entries()) {
    const change = {
      levelId: gold,
      fromLevelId,
      reason: reasons[index] ?? '',
      pinned: index === 0,
    };
    await levels.setByHand(actor('manager', RENMIN), id, change, key());
  }
}
