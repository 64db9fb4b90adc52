import { AdjustmentsService } from '#value/adjustments';
import { hashStaffPin } from '#chain/approvals';
import {
  PayoutReversals,
  RefundsService,
  TransfersService,
  WithdrawalsService,
} from '#value/payouts';
import type { DemoActs } from './demo-acts.js';
import { STAFF } from './organisation.data.js';

/** What managers and head office of the demo approve with. */
export const DEMO_STAFF_PIN = '246810';
const PIN = '135790';
const RENMIN = 2;
const BINJIANG = 3;
const approval = { login: 'manager', pin: DEMO_STAFF_PIN };

interface Saver {
  id: number;
  principalCents: number;
}

/** Money out of wallets and between them, and corrections by hand: at two stores, some on a second person's yes. */
export async function demoPayouts(acts: DemoActs): Promise<void> {
  const { db, service, actor, random, key } = acts;
  const savers = await db.query<Saver>(
    `SELECT m.id, a.balance AS "principalCents" FROM ledger.account a JOIN wallet w ON w.id = a.owner_id JOIN member m ON m.id = w.member_id
      WHERE a.kind = 'principal' AND a.balance BETWEEN 60000 AND 200000 AND m.home_store_id IN (2, 3) AND m.status = 'active'
        AND NOT EXISTS (SELECT FROM ledger.account d WHERE d.owner_id = m.id AND d.kind = 'points' AND d.debt > 0)
      ORDER BY m.id LIMIT 200`,
  );
  const next = (): Saver => {
    const [saver] = savers.splice(random.whole(0, savers.length - 1), 1);
    if (!saver) throw new Error('the demo chain has too few savers');
    return saver;
  };
  const cashierAt = (storeId: number) => actor(storeId === RENMIN ? 'cashier' : 'bj1', storeId);

  const withdrawals = service(WithdrawalsService);
  const paid: number[] = [];
  for (const [storeId, yuan] of [
    [RENMIN, 200],
    [BINJIANG, 100],
    [RENMIN, 150],
    [BINJIANG, 300],
    [RENMIN, 600],
  ] as const) {
    const { value } = await withdrawals.withdraw(
      cashierAt(storeId),
      next().id,
      {
        amountCents: yuan * 100,
        tender: yuan === 150 ? 'wechat' : 'cash',
        reason: '会员急用',
        pin: PIN,
        approval,
      },
      key(),
    );
    paid.push(value.payoutId);
  }
  const [mistake] = paid;
  if (mistake)
    await service(PayoutReversals).reverse(
      actor('manager', RENMIN),
      mistake,
      { reason: '金额输错' },
      key(),
    );

  const transfers = service(TransfersService);
  for (const storeId of [RENMIN, BINJIANG]) {
    const transfer = {
      toMemberId: next().id,
      amountCents: 200_00,
      reason: '转给家人',
      acceptLimit: true,
      pin: PIN,
    };
    await transfers.transfer(cashierAt(storeId), next().id, transfer, key());
  }

  const leaving = next();
  const refunds = service(RefundsService);
  const { proposedBasis, proposedCents } = await refunds.preview(cashierAt(RENMIN), leaving.id);
  await refunds.refund(
    cashierAt(RENMIN),
    leaving.id,
    {
      basis: proposedBasis,
      amountCents: proposedCents,
      tender: 'wechat',
      reason: '会员搬到外地',
      giftPoints: 'leave',
      points: 'keep',
      pin: PIN,
      approval,
    },
    key(),
  );

  const adjustments = service(AdjustmentsService);
  const byHead = { login: 'head', pin: DEMO_STAFF_PIN };
  const manager = actor('manager', RENMIN);
  const corrections = [
    { kind: 'points', amount: 88, reason: '活动漏积' },
    { kind: 'bonus', amount: 20_00, reason: '排队太久，补偿' },
    { kind: 'points', amount: -5, reason: '重复积分' },
  ] as const;
  for (const wish of corrections) {
    const member = await memberWithPoints(acts);
    await adjustments.adjust(
      manager,
      member,
      { ...wish, acceptLimit: true, approval: byHead },
      key(),
    );
  }
}

async function memberWithPoints({ db, random }: DemoActs): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `SELECT owner_id AS id FROM ledger.account WHERE kind = 'points' AND balance > 100 ORDER BY owner_id OFFSET $1 LIMIT 1`,
    [random.whole(0, 50)],
  );
  return id;
}

/** Who may approve has a PIN for it. */
export async function demoStaffPins({ db }: DemoActs): Promise<void> {
  const approvers = STAFF.filter(([, , , role]) => role !== 'cashier').map(([id]) => id);
  const hash = await hashStaffPin(DEMO_STAFF_PIN);
  await db.query(
    'INSERT INTO staff_pin (staff_id, hash) SELECT id, $2 FROM unnest($1::bigint[]) AS id ON CONFLICT DO NOTHING',
    [approvers, hash],
  );
}
