import { addDays, businessDateOf } from '#kernel';
import { MembersService } from '#membership/members';
import { MergingService } from '#membership/merging';
import { DEMO_STAFF_PIN } from './demo-payouts.js';
import type { DemoActs } from './demo-acts.js';
import { CONTACTS, FIELDS, JOBS, PREFERENCES, TAGS } from './member-record.data.js';

const RENMIN = 2;
const CASHIER_LOGIN = 'cashier';

/** What the chain knows of its members: tags, custom fields, referrers, real names, contacts; two records that were one person. */
export async function demoMemberRecord(acts: DemoActs): Promise<void> {
  const today = businessDateOf(acts.now, { timezone: 'Asia/Shanghai', cutoverHour: 0 });
  await tagsAndFields(acts);
  await facts(acts, today);
  await contacts(acts, today);
  await realNames(acts);
  await onePersonTwice(acts);
}

async function tagsAndFields({ db }: DemoActs): Promise<void> {
  await db.query(
    'INSERT INTO tag (name, color) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT (name) DO NOTHING',
    [TAGS.map(([name]) => name), TAGS.map(([, color]) => color)],
  );
  await db.query(
    `INSERT INTO member_field (code, label, kind, options, position)
     SELECT f.code, f.label, f.kind, f.options, f.position FROM jsonb_to_recordset($1::jsonb) AS f(code text, label text, kind text, options jsonb, position int)`,
    [JSON.stringify(FIELDS.map((field, index) => ({ ...field, position: (index + 1) * 10 })))],
  );
  // Some members carry one tag, a few two; the numbers only spread them.
  await db.query(
    `INSERT INTO member_tag (member_id, tag_id, added_by, added_at)
     SELECT m.id, t.id, 3, m.created_at
       FROM member m JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM tag) t
         ON (m.id * 7) % 17 = t.n OR (m.id * 11) % 41 = t.n
     WHERE m.status = 'active' ON CONFLICT DO NOTHING`,
  );
}

async function facts({ db }: DemoActs, today: string): Promise<void> {
  const cameBy = FIELDS[0].options;
  await db.query(
    `UPDATE member m
        SET custom = jsonb_strip_nulls(jsonb_build_object(
              'came_by', CASE WHEN id % 3 = 0 THEN ($1::text[])[1 + id % ${cameBy.length}] END,
              'job', CASE WHEN id % 5 = 0 THEN ($2::text[])[1 + (id / 5) % ${JOBS.length}] END,
              'shoe_size', CASE WHEN id % 11 = 0 THEN 35 + id % 10 END,
              'anniversary', CASE WHEN id % 29 = 0 THEN to_char($4::date - (id % 4000)::int, 'YYYY-MM-DD') END,
              'has_car', CASE WHEN id % 7 = 0 THEN id % 2 = 0 END)),
            preferences = CASE WHEN id % 13 = 0 OR id = 1 THEN ($3::text[])[1 + (id / 13) % ${PREFERENCES.length}] END,
            referrer_id = CASE WHEN id > 200 AND id % 9 = 0 THEN 1 + (id * 31) % 150 END,
            kind = CASE WHEN id % 97 = 0 THEN 'company' ELSE kind END
      WHERE status = 'active'`,
    [cameBy, JOBS, PREFERENCES, today],
  );
  await db.query(
    `INSERT INTO member_consent (member_id, channel, granted, source, at, staff_id)
     SELECT id, CASE id % 3 WHEN 0 THEN 'wechat_marketing' WHEN 1 THEN 'phone_marketing' ELSE 'email_marketing' END, id % 5 > 0, 'desk',
            created_at, 3
       FROM member WHERE id % 6 = 1 AND status = 'active'`,
  );
}

async function contacts({ db, now }: DemoActs, today: string): Promise<void> {
  await db.query(
    `INSERT INTO member_contact (member_id, channel, body, at, staff_id, store_id, follow_up_on, followed_up_at, followed_up_by)
     SELECT m.id, ($1::text[])[n.i], ($2::text[])[n.i], at.at, s.id, m.home_store_id, due.due_on,
            CASE WHEN due.due_on < $4::date THEN due.due_on + interval '10 hours' END, CASE WHEN due.due_on < $4::date THEN s.id END
       FROM member m
      CROSS JOIN LATERAL (SELECT (1 + m.id % ${CONTACTS.length})::int AS i) n
      CROSS JOIN LATERAL (SELECT $3::timestamptz - make_interval(days => (m.id % 60)::int, hours => (m.id % 7)::int) AS at) at
      CROSS JOIN LATERAL (SELECT CASE WHEN m.id % 2 = 0 THEN (at.at::date + (3 + m.id % 20)::int) END AS due_on) due
       JOIN LATERAL (SELECT f.id FROM staff f WHERE f.home_store_id = m.home_store_id ORDER BY f.id LIMIT 1) s ON true
      WHERE m.status = 'active' AND (m.id % 15 = 1)`,
    [CONTACTS.map(([channel]) => channel), CONTACTS.map(([, body]) => body), now, today],
  );
}

/** The document was seen, the number is not kept. */
async function realNames({ db, now }: DemoActs): Promise<void> {
  await db.query(
    `INSERT INTO member_identity (member_id, document_kind, name, seen_by, seen_at, store_id)
     SELECT m.id, CASE WHEN m.kind = 'company' THEN 'business_licence' WHEN m.id % 50 = 0 THEN 'passport' ELSE 'id_card' END, m.name, s.id,
            $1::timestamptz - make_interval(days => (m.id % 200)::int), m.home_store_id
       FROM member m JOIN LATERAL (SELECT f.id FROM staff f WHERE f.home_store_id = m.home_store_id ORDER BY f.id LIMIT 1) s ON true
      WHERE m.status = 'active' AND m.name IS NOT NULL AND (m.id % 10 = 0 OR m.id = 1) ON CONFLICT DO NOTHING`,
    [now],
  );
}

/** Two people who joined twice: one pair is one record again, the other still waits for somebody to notice. */
async function onePersonTwice({ db, now, service, actor, key }: DemoActs): Promise<void> {
  const members = service(MembersService);
  const today = businessDateOf(now, { timezone: 'Asia/Shanghai', cutoverHour: 5 });
  const rows = await db.query<{
    id: number;
    name: string;
    version: number;
    month: number;
    day: number;
  }>(
    `SELECT id, name, version, birth_month AS month, birth_day AS day FROM member m
      WHERE id > 1500 AND home_store_id = $1 AND status = 'active' AND name IS NOT NULL AND birthday_calendar = 'solar'
        AND NOT EXISTS (SELECT FROM card c WHERE c.member_id = m.id AND c.status <> 'active') ORDER BY id LIMIT 4`,
    [RENMIN],
  );
  const [first, second, third, fourth] = rows;
  if (!first || !second || !third || !fourth) throw new Error('the demo has no members to merge');
  const manager = actor('manager', RENMIN);
  for (const [kept, again] of [
    [first, second],
    [third, fourth],
  ] as const) {
    await members.edit(actor(CASHIER_LOGIN, RENMIN), again.id, {
      name: kept.name,
      birthday: { calendar: 'solar', month: kept.month, day: kept.day },
      version: again.version,
    });
  }
  const reason = `${addDays(today, -1)} 来店核对，是同一人`;
  await service(MergingService).merge(
    manager,
    first.id,
    {
      mergedMemberId: second.id,
      reason,
      proof: { by: 'document', document: 'id_card', last4: '2318' },
      approval: { login: 'head', pin: DEMO_STAFF_PIN },
    },
    key(),
  );
}
