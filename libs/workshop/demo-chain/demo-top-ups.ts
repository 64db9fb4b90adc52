import { ApprovalRequests } from '#chain/approvals';
import { addDays, businessDateOf } from '#kernel';
import { WithdrawalsService } from '#value/payouts';
import { StatementsService, TopUpReversalsService, TopUpRulesService } from '#value/wallets';
import type { DemoActs } from './demo-acts.js';
import { DEMO_STAFF_PIN } from './demo-payouts.js';

const RENMIN = 2;
const GOLD = 3;

/** Rules of the season, a top-up keyed by mistake, requests that wait for a manager, a printed statement. */
export async function demoTopUps(acts: DemoActs): Promise<void> {
  const today = businessDateOf(acts.now, { timezone: 'Asia/Shanghai', cutoverHour: 0 });
  await seasonRules(acts, today);
  await mistake(acts);
  await waiting(acts);
  await statement(acts, today);
}

async function seasonRules({ service, actor, key }: DemoActs, today: string): Promise<void> {
  const rules = service(TopUpRulesService);
  const head = actor('head');
  const terms = {
    levelId: null,
    storeId: null,
    endsOn: null,
    perMultiple: false,
    grantsLevelId: null,
  };
  const points = (points: number) => ({ kind: 'points', points });
  const bonus = (
    bonusCents: number,
    more: { bonusInstalments?: number; bonusValidDays?: number },
  ) => ({
    ...{ kind: 'bonus', bonusCents, bonusValidDays: 365, bonusInstalments: 1, firstAfterMonths: 1 },
    ...more,
  });
  await rules.create(
    head,
    {
      ...terms,
      name: '充 5000 送 900，分 6 期，升金卡',
      startsOn: addDays(today, -30),
      payCents: 5_000_00,
      gives: [bonus(900_00, { bonusInstalments: 6 }), points(300)],
      grantsLevelId: GOLD,
    },
    key(),
  );
  await rules.create(
    head,
    {
      ...terms,
      name: '年货节 每满 300 送 20',
      startsOn: addDays(today, 10),
      endsOn: addDays(today, 40),
      payCents: 300_00,
      gives: [bonus(20_00, { bonusValidDays: 90 })],
      perMultiple: true,
    },
    key(),
  );
  const { value } = await rules.create(
    head,
    {
      ...terms,
      name: '人民路店周年 充 800 送 60',
      storeId: RENMIN,
      startsOn: addDays(today, -60),
      payCents: 800_00,
      gives: [bonus(60_00, {})],
    },
    key(),
  );
  await rules.end(head, value.id, { lastDay: addDays(today, -31), version: 1 }, key());
}

async function mistake({ db, service, actor, key }: DemoActs): Promise<void> {
  const found = await db.maybe<{ id: number }>(
    `SELECT t.id FROM top_up t JOIN ledger.account a ON a.owner_id = t.wallet_id AND a.kind = 'principal'
      WHERE t.store_id = $1 AND t.principal_cents = 100000 AND a.balance BETWEEN 30000 AND 90000 ORDER BY t.id DESC LIMIT 1`,
    [RENMIN],
  );
  if (!found) return;
  await service(TopUpReversalsService).reverse(
    // Found on a later day: head office undoes it.
    actor('head', RENMIN),
    found.id,
    { reason: '收 100 录成 1000', approval: { login: 'finance', pin: DEMO_STAFF_PIN } },
    key(),
  );
}

/** For the inbox of the demo's manager; they wait longer than a real one would. */
async function waiting({ db, now, service, actor, key }: DemoActs): Promise<void> {
  const requests = service(ApprovalRequests);
  const members = await db.query<{ id: number }>(
    `SELECT w.member_id AS id FROM ledger.account a JOIN wallet w ON w.id = a.owner_id JOIN member m ON m.id = w.member_id
      WHERE a.kind = 'principal' AND a.balance > 90000 AND m.home_store_id = $1 AND m.status = 'active' ORDER BY w.member_id DESC LIMIT 2`,
    [RENMIN],
  );
  const questions = [
    { amountCents: 800_00, note: '会员在柜台等，急用现金', tender: 'cash' },
    { amountCents: 600_00, note: null, tender: 'wechat' },
  ];
  for (const [index, { amountCents, note, tender }] of questions.entries()) {
    const member = members[index];
    if (!member) continue;
    const asker = actor(index === 0 ? 'cashier' : 'rm2', RENMIN);
    const seen = await service(WithdrawalsService).preview(asker, member.id, { amountCents });
    const question = {
      kind: 'wallet.withdraw',
      subjectKind: 'member',
      subjectId: member.id,
      storeId: RENMIN,
      amountCents,
      // As the act itself tells it: see WithdrawalsService.
      facts: {
        tender,
        abovePaidRatio: !seen.withinPaidRatio,
        principalBeforeCents: seen.principalCents,
        bonusBeforeCents: seen.bonusCents,
        principalAfterCents: seen.principalAfterCents,
        bonusAfterCents: seen.bonusAfterCents,
        bonusVoidedCents: seen.bonusGoesCents + seen.heldGoesCents,
      },
      note,
    };
    await requests.ask(asker, question, key());
  }
  await db.query(`UPDATE approval_request SET expires_at = $1 WHERE status = 'pending'`, [
    new Date(now.getTime() + 7 * 86_400_000),
  ]);
}

async function statement({ db, service, actor, key }: DemoActs, today: string): Promise<void> {
  const found = await db.maybe<{ id: number }>(
    `SELECT member_id AS id FROM top_up GROUP BY member_id ORDER BY count(*) DESC, member_id LIMIT 1`,
  );
  if (!found) return;
  const period = { from: addDays(today, -90), to: today };
  await service(StatementsService).make(actor('manager', RENMIN), found.id, period, key());
}
