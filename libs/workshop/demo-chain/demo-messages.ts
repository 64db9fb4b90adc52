import { kindOfTender } from '#chain/tenders';
import { addDays, dateIn, type Db } from '#kernel';
import { signed } from '#chain/notices';
import {
  advertisement,
  RecipientsRepository,
  renderTemplate,
  smsSegments,
} from '#contact/messaging';
import { debitText } from '#counter/sales';
import { topUpText } from '#value/wallets';
import { SegmentAudience, SegmentsService } from '#contact/segments';
import type { DemoAct, DemoActs } from './demo-acts.js';
import { CAMPAIGNS, SEGMENTS, TEMPLATES, type DemoCampaign } from './messages.data.js';

const TIMEZONE = 'Asia/Shanghai';
const SIGNATURE = '熟客';
const OPT_OUT = '拒收请回复R';
const HEAD = 1;
/** Acts of so many days have their messages. */
const ACT_DAYS = 3;

/** Saved segments, templates, bulk messages that went out, and the messages after the acts of the last days. */
export const demoMessages: DemoAct = async (acts) => {
  const { db, now } = acts;
  for (const { name, body } of TEMPLATES)
    await db.query(
      'INSERT INTO message_template (name, body, created_by, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)',
      [name, body, HEAD, now],
    );
  const segments = acts.service(SegmentsService);
  for (const { login, ...segment } of SEGMENTS) {
    const actor = acts.actor(login);
    const { id } = await segments.create(actor, {
      ...segment,
      filter: { ...segment.filter } as Record<string, unknown>,
    });
    await segments.count(actor, id);
  }
  for (const campaign of CAMPAIGNS) await seedCampaign(acts, campaign);
  await actMessages(db, now);
};

async function seedCampaign(
  { db, now, service, actor }: DemoActs,
  campaign: DemoCampaign,
): Promise<void> {
  const segment = SEGMENTS.find(({ name }) => name === campaign.segment);
  const template = TEMPLATES.find(({ name }) => name === campaign.template);
  if (!segment || !template) throw new RangeError(`no such demo campaign: ${campaign.name}`);
  const date = addDays(dateIn(now, TIMEZONE), -campaign.daysAgo);
  const at = new Date(`${date}T10:00:00+08:00`);
  const isOver = campaign.daysAgo > 0;
  const ids = await service(SegmentAudience).ask(
    segment.filter,
    actor(segment.login),
    (ask, where) =>
      ask<{ id: number }>(() => `SELECT m.id FROM member m WHERE ${where} ORDER BY m.id`),
  );
  const members = await new RecipientsRepository().of(
    db,
    ids.map(({ id }) => id),
  );
  const audience = [...members.values()].sort((a, b) => a.memberId - b.memberId);
  const expected = audience.filter(({ phone, smsMarketing }) => phone && smsMarketing).length;
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO campaign (name, segment_id, template_id, filter, all_stores, store_ids, body, signature, opt_out, price_mills, expected, status,
                           scheduled_at, prepared_at, finished_at, created_by, created_at)
     SELECT $1, g.id, t.id, g.filter, true, (SELECT array_agg(id ORDER BY id) FROM store), t.body, $4, $5, 45, $6, $7, $8, $9, $10, $11, $12
       FROM segment g, message_template t WHERE g.name = $2 AND t.name = $3 RETURNING id`,
    [
      campaign.name,
      campaign.segment,
      campaign.template,
      SIGNATURE,
      OPT_OUT,
      expected,
      isOver ? 'done' : 'scheduled',
      at,
      isOver ? at : null,
      isOver ? new Date(at.getTime() + expected * 100) : null,
      HEAD,
      new Date(Math.min(at.getTime(), now.getTime()) - 20 * 60_000),
    ],
  );
  if (!isOver) return;
  const rows = audience.map((member, index) => {
    const sentAt = new Date(at.getTime() + index * 100).toISOString();
    const { status, reason } = fateOf(member.phone, member.smsMarketing, member.memberId);
    const wasSent = status !== 'suppressed';
    const text = advertisement(SIGNATURE, renderTemplate(template.body, member), OPT_OUT);
    return {
      campaign_id: id,
      kind: 'campaign',
      channel: 'sms',
      member_id: member.memberId,
      store_id: member.storeId,
      phone: wasSent ? member.phone : null,
      body: wasSent ? text : '',
      segments: wasSent ? smsSegments(text) : 0,
      status,
      reason,
      driver: wasSent ? 'outbox' : null,
      created_at: at.toISOString(),
      sent_at: status === 'sent' ? sentAt : null,
      sending_since: wasSent ? sentAt : null,
      attempts: wasSent ? 1 : 0,
    };
  });
  await insertMessages(db, rows);
}

/** Most arrive; a few numbers are dead, and once in a while the gateway says nothing. */
function fateOf(
  phone: string | null,
  smsMarketing: boolean | null,
  memberId: number,
): { status: string; reason: string | null } {
  if (!phone) return { status: 'suppressed', reason: 'no_phone' };
  if (!smsMarketing)
    return { status: 'suppressed', reason: smsMarketing === null ? 'not_asked' : 'no_consent' };
  if (memberId % 41 === 0) return { status: 'failed', reason: 'empty_number' };
  return memberId % 97 === 0
    ? { status: 'unknown', reason: 'no_answer' }
    : { status: 'sent', reason: null };
}

interface ActRow {
  kind: 'top_up' | 'wallet_debit';
  memberId: number;
  storeId: number;
  storeName: string;
  businessDate: string;
  at: Date;
  phone: string | null;
  principalCents: number;
  bonusCents: number;
  gave: { kind: string; amount: number }[];
  principalAfterCents: number;
  bonusAfterCents: number;
}

/** As the tender says it. */
function paidWords(act: ActRow): string[] {
  const paid = { cents: act.principalCents + act.bonusCents, units: null };
  const after = { walletCents: act.principalAfterCents + act.bonusAfterCents, points: 0 };
  return [kindOfTender('wallet').message?.(paid, after) ?? ''];
}

// What a real service did leaves its message to the worker.
async function actMessages(db: Db, now: Date): Promise<void> {
  const since = addDays(dateIn(now, TIMEZONE), 1 - ACT_DAYS);
  const found = await db.query<ActRow>(
    `SELECT a.*, s.name AS "storeName", m.phone FROM (
       SELECT 'top_up' AS kind, member_id AS "memberId", store_id AS "storeId", business_date AS "businessDate", at, principal_cents AS "principalCents",
              bonus_cents AS "bonusCents", jsonb_build_array(jsonb_build_object('kind', 'bonus', 'amount', bonus_cents), jsonb_build_object('kind', 'points', 'amount', points)) AS gave,
              principal_after_cents AS "principalAfterCents", bonus_after_cents AS "bonusAfterCents"
         FROM top_up t WHERE business_date >= $1 AND NOT EXISTS (SELECT FROM outbox o WHERE o.topic = 'wallet.topped_up' AND (o.payload ->> 'topUpId')::bigint = t.id)
       UNION ALL
       SELECT 'wallet_debit', member_id, store_id, business_date, at, principal_cents, bonus_cents, '[]',
              coalesce(principal_after_cents, 0), coalesce(bonus_after_cents, 0)
         FROM sale x WHERE business_date >= $1 AND principal_cents + bonus_cents > 0 AND voided_at IS NULL
          AND NOT EXISTS (SELECT FROM outbox o WHERE o.topic = 'sale.posted' AND (o.payload ->> 'saleId')::bigint = x.id)) a
       JOIN store s ON s.id = a."storeId" JOIN member m ON m.id = a."memberId" ORDER BY a.at`,
    [since],
  );
  const rows = found.map((act) => {
    const balanceCents = act.principalAfterCents + act.bonusAfterCents;
    const text =
      act.kind === 'top_up'
        ? signed(SIGNATURE, topUpText({ ...act, balanceCents, own: true }))
        : signed(SIGNATURE, debitText({ ...act, paid: paidWords(act) }));
    const sentAt = new Date(act.at.getTime() + 1_500).toISOString();
    return {
      kind: act.kind,
      channel: 'sms',
      member_id: act.memberId,
      store_id: act.storeId,
      phone: act.phone,
      body: text,
      segments: smsSegments(text),
      status: act.phone ? 'sent' : 'suppressed',
      reason: act.phone ? null : 'no_phone',
      driver: 'outbox',
      created_at: sentAt,
      sent_at: act.phone ? sentAt : null,
      attempts: 0,
    };
  });
  await insertMessages(db, rows);
}

/** In the order given: the list of messages shows the newest id first. */
async function insertMessages(db: Db, rows: readonly Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  if (!columns) return;
  await db.query(
    `INSERT INTO message (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::message, $1::json)`,
    [JSON.stringify(rows)],
  );
}
