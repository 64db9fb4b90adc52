import { Clock, Db, foldName, type JobContext, Scheduled, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { KEY_RULE, memberKeys } from '../member-search.rules.js';

const EVERY_MS = 60_000;
/** Members whose rows are locked together: acts at the tills wait for no more than these. */
const MEMBERS_AT_ONCE = 100;
/** One run ends after so many: the next goes on. */
const BATCHES_A_RUN = 500;

interface Written {
  id: number;
  name: string | null;
  nickname: string | null;
  phone: string | null;
}

interface WrittenKey {
  memberId: number;
  key: string;
  kind: string;
  seenOn: string;
}

/**
 * When the rule of search keys changes, those of all members are made anew: some at a time, in the order of their ids, and
 * the place is kept in the same transaction. A stop loses nothing, and the tills go on.
 */
@Injectable()
export class MemberRefolding {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Scheduled('members.refold', { everyMs: EVERY_MS })
  async run(_payload: unknown, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const [standing] = await this.db.query<{ rule: number; finished: boolean }>(
      `SELECT rule, finished_at IS NOT NULL AS finished FROM key_rule WHERE subject = 'member'`,
    );
    if (standing?.rule === KEY_RULE && standing.finished) return;
    await this.db.query(
      `INSERT INTO key_rule (subject, rule, through_id) VALUES ('member', $1, 0)
       ON CONFLICT (subject) DO UPDATE SET rule = $1, through_id = 0, finished_at = NULL WHERE key_rule.rule <> $1`,
      [KEY_RULE],
    );
    for (let batch = 0; batch < BATCHES_A_RUN && !signal.aborted; batch += 1) {
      if (!(await this.db.write((tx) => this.some(tx)))) return;
    }
  }

  /** Whether there may be more. */
  private async some(tx: Tx): Promise<boolean> {
    // Two workers don't do the same.
    const mine = await tx.maybe<{ throughId: number }>(
      `SELECT through_id AS "throughId" FROM key_rule WHERE subject = 'member' AND finished_at IS NULL FOR UPDATE SKIP LOCKED`,
    );
    if (!mine) return false;
    const members = await tx.query<Written>(
      `SELECT id, name, nickname, phone FROM member WHERE id > $1 AND status <> 'erased' ORDER BY id LIMIT ${MEMBERS_AT_ONCE}
       FOR NO KEY UPDATE`,
      [mine.throughId],
    );
    const last = members.at(-1);
    if (!last) {
      await tx.query("UPDATE key_rule SET finished_at = $1 WHERE subject = 'member'", [
        this.clock.now(),
      ]);
      return false;
    }
    const named = members.map(folded);
    await this.writeNames(
      tx,
      named.filter(
        (now, at) => now.name !== members[at]?.name || now.nickname !== members[at]?.nickname,
      ),
    );
    await this.writeKeys(tx, named);
    await tx.query("UPDATE key_rule SET through_id = $1 WHERE subject = 'member'", [last.id]);
    return true;
  }

  private async writeNames(tx: Tx, changed: readonly Written[]): Promise<void> {
    if (!changed.length) return;
    await tx.query(
      `UPDATE member m SET name = x.name, nickname = x.nickname, version = m.version + 1, updated_at = now()
         FROM unnest($1::bigint[], $2::text[], $3::text[]) AS x(id, name, nickname) WHERE x.id = m.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ name }) => name),
        changed.map(({ nickname }) => nickname),
      ],
    );
  }

  private async writeKeys(tx: Tx, members: readonly Written[]): Promise<void> {
    const written = await tx.query<WrittenKey>(
      `SELECT member_id AS "memberId", key, kind, seen_on AS "seenOn" FROM member_key WHERE member_id = ANY ($1::bigint[])`,
      [members.map(({ id }) => id)],
    );
    const wordOf = ({ memberId, key, kind }: Omit<WrittenKey, 'seenOn'>) =>
      `${memberId} ${kind} ${key}`;
    const right = members.flatMap((member) =>
      memberKeys(member).map(({ key, kind }) => ({ memberId: member.id, key, kind })),
    );
    const rightWords = new Set(right.map(wordOf));
    const writtenWords = new Set(written.map(wordOf));
    const seen = new Map<number, string>();
    for (const { memberId, seenOn } of written) {
      if (seenOn > (seen.get(memberId) ?? '')) seen.set(memberId, seenOn);
    }
    const gone = written.filter((key) => !rightWords.has(wordOf(key)));
    const missing = right.filter((key) => !writtenWords.has(wordOf(key)));
    await tx.query(
      `DELETE FROM member_key k USING unnest($1::bigint[], $2::text[], $3::text[]) AS x(member_id, key, kind)
        WHERE k.member_id = x.member_id AND k.key = x.key AND k.kind = x.kind`,
      [gone.map((key) => key.memberId), gone.map(({ key }) => key), gone.map(({ kind }) => kind)],
    );
    // Who was here lately stands before others: the new keys know it too.
    await tx.query(
      `INSERT INTO member_key (member_id, key, kind, seen_on)
       SELECT x.member_id, x.key, x.kind, coalesce(x.seen_on, CURRENT_DATE) FROM unnest($1::bigint[], $2::text[], $3::text[], $4::date[]) AS x(member_id, key, kind, seen_on)
       ON CONFLICT DO NOTHING`,
      [
        missing.map(({ memberId }) => memberId),
        missing.map(({ key }) => key),
        missing.map(({ kind }) => kind),
        missing.map(({ memberId }) => seen.get(memberId) ?? null),
      ],
    );
  }
}

/** Without what nobody sees; a name of nothing else stays where there is no other. */
function folded(member: Written): Written {
  const name = foldName(member.name ?? '') || null;
  const nickname = foldName(member.nickname ?? '') || null;
  return name || nickname ? { ...member, name, nickname } : member;
}
