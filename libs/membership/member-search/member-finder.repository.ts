import type { Db } from '#kernel';
import {
  lastVisitOf,
  MISSES,
  type Misses,
  PART_KINDS,
  searchRange,
  WHOLE_KINDS,
} from '#membership/members';
import { sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';

/** What tells people apart, with the card that led to them. */
export interface FoundMember {
  id: number;
  name: string | null;
  nickname: string | null;
  phone: string | null;
  levelName: string;
  payRateBps: number;
  homeStoreName: string;
  photoTag: string | null;
  lastVisitOn: string | null;
  cardNo: string | null;
  cardStatus: string | null;
}

/** Whose misses are read along with the answer; null where the question can't reveal a member. */
export interface Asker {
  staffId: number | null;
  tillId: number | null;
}

/** Who was found, and what was counted against who asks: one answer of one moment. */
export interface Finding {
  misses: Misses[];
  people: FoundMember[];
}

/** How many are shown; whoever is not among them is found by typing on. */
const SHOWN = 20;
/** Taken along for those who turn out to be merged or gone. */
const SPARE = 10;
/** Keys read in the order of the answer: a member may have several that begin alike. */
const BEGINNINGS_READ = 60;
/** Keys read where no index has the order of the answer; they are put in order after that. */
const KEYS_READ = 200;
/** Beginnings up to here have an index in the order of the answer (migration 0016). */
export const LONGEST_BEGINNING = 6;

const listOf = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(', ');
const WHOLE = `kind IN (${listOf(WHOLE_KINDS)})`;
const PART = `kind IN (${listOf(PART_KINDS)})`;

// A merged member's keys, cards and phone lead to the survivor; whoever is erased or unknown is nobody.
const LIVE = (id: string) =>
  `JOIN member m ON m.id = coalesce((SELECT a.member_id FROM member_alias a WHERE a.alias_member_id = ${id}), ${id}) AND m.status = 'active'`;

const COLUMNS = 'm.id, m.name, m.nickname, m.phone, m.photo_tag, m.level_id, m.home_store_id';
// When somebody came last is declared above, so the statements are made when the finder is.
const person =
  (): string => `m.id, m.name, m.nickname, m.phone, l.name AS "levelName", l.pay_rate_bps AS "payRateBps", s.name AS "homeStoreName",
       m.photo_tag AS "photoTag",
       ${lastVisitOf(sql`m.id`).toStatement().text} AS "lastVisitOn"`;

const PLACES = 'JOIN level l ON l.id = m.level_id JOIN store s ON s.id = m.home_store_id';

const OF_CARD = (cardNo: string) =>
  `SELECT c.member_id, c.card_no, c.status FROM card c WHERE c.card_no = ${cardNo} AND c.member_id IS NOT NULL`;

// A number is a card's or a phone's; the phone of a live member comes before that of a merged one.
const byNumber = (): string => `
  SELECT ${person()}, h.card_no AS "cardNo", h.status AS "cardStatus"
    FROM (SELECT o.*, 0 AS rank FROM (${OF_CARD('$1')}) o
          UNION ALL
          SELECT p.id, NULL, NULL, 1 FROM member p WHERE p.phone = $2 AND p.status = 'active'
          UNION ALL
          (SELECT p.id, NULL, NULL, 2 FROM member p WHERE p.phone = $2 AND p.status = 'merged' ORDER BY p.id DESC LIMIT 1)) h
    ${LIVE('h.member_id')} ${PLACES}
   ORDER BY h.rank LIMIT 1`;

/** From keys (member_id, longer, part, seen_on) to people: exact keys before longer ones, whole names before parts. */
const ranked = (hits: string, cardNo: string): string => `
  hit_person AS (
    SELECT DISTINCT ON (h.member_id) h.* FROM (${hits}) h ORDER BY h.member_id, h.longer, h.part, h.seen_on DESC),
  first AS (SELECT * FROM hit_person ORDER BY longer, part, seen_on DESC, member_id DESC LIMIT ${SHOWN + SPARE}),
  best AS (
    SELECT DISTINCT ON (m.id) ${COLUMNS}, h.longer, h.part, h.seen_on FROM first h ${LIVE('h.member_id')}
     ORDER BY m.id, h.longer, h.part, h.seen_on DESC),
  card AS (${OF_CARD(cardNo)})
  SELECT ${person()}, m.card_no AS "cardNo", m.status AS "cardStatus"
    FROM (SELECT ${COLUMNS}, c.card_no, c.status, false AS longer, false AS part, DATE 'infinity' AS seen_on FROM card c ${LIVE('c.member_id')}
          UNION ALL
          SELECT ${COLUMNS}, NULL, NULL, m.longer, m.part, m.seen_on FROM best m) m
    ${PLACES}
   ORDER BY m.card_no IS NULL, m.longer, m.part, m.seen_on DESC, m.id DESC LIMIT ${SHOWN}`;

// The card's holder first, then who was here lately.
const byLast4 = (): string => `
  WITH hit AS MATERIALIZED (
    SELECT k.member_id, false AS longer, false AS part, k.seen_on FROM member_key k WHERE k.key = $1 AND k.kind = 'last4'
     ORDER BY k.seen_on DESC, k.member_id DESC LIMIT ${BEGINNINGS_READ}),
  ${ranked('SELECT * FROM hit', '$1')}`;

// Parts of names are read only where whole names don't fill the list: then there are few to pass by.
const byBeginning = (length: number): string => `
  WITH whole AS MATERIALIZED (
    SELECT member_id, char_length(key) > ${length} AS longer, false AS part, seen_on FROM member_key
     WHERE left(key, ${length}) = $1 AND ${WHOLE}${length > 1 ? ` AND char_length(key) >= ${length}` : ''}
     ORDER BY (char_length(key) > ${length}), seen_on DESC, member_id DESC LIMIT ${BEGINNINGS_READ}),
  part AS MATERIALIZED (
    SELECT p.member_id, p.key <> $1 AS longer, true AS part, p.seen_on
      FROM (SELECT k.member_id, k.key, k.seen_on FROM member_key k
             WHERE k.key >= $1 AND k.key < $2 AND ${PART} AND (SELECT count(DISTINCT w.member_id) < ${SHOWN} FROM whole w)
             ORDER BY k.key, k.kind, k.member_id LIMIT ${KEYS_READ}) p),
  ${ranked('SELECT * FROM whole UNION ALL SELECT * FROM part', '$3')}`;

const byLongName = (): string => `
  WITH hit AS MATERIALIZED (
    SELECT k.member_id, k.key <> $1 AS longer, k.${PART} AS part, k.seen_on FROM member_key k
     WHERE k.key >= $1 AND k.key < $2 AND k.kind IN (${listOf([...WHOLE_KINDS, ...PART_KINDS])})
     ORDER BY k.key, k.kind, k.member_id LIMIT ${KEYS_READ}),
  ${ranked('SELECT * FROM hit', '$3')}`;

// Some hundred phones end alike in a million: the names of their owners are looked at one by one.
const byNameAndLast4 = (): string => `
  WITH hit AS MATERIALIZED (
    SELECT n.member_id, n.key <> $1 AS longer, n.${PART} AS part, n.seen_on
      FROM member_key k JOIN member_key n ON n.member_id = k.member_id
     WHERE k.key = $3 AND k.kind = 'last4' AND n.key >= $1 AND n.key < $2 AND n.kind IN (${listOf([...WHOLE_KINDS, ...PART_KINDS])})
     LIMIT ${KEYS_READ}),
  ${ranked('SELECT * FROM hit', 'NULL')}`;

/** Misses (table lookup_miss as l) of a person, their till and the chain. */
export const MISSES_OF = (staffId: string, tillId: string) =>
  `(l.scope, l.subject_id) IN (('staff', ${staffId}::bigint), ('till', ${tillId}::bigint), ('chain', 0))`;

// The misses come with the answer, so that a number needs one round trip and not two.
const byNumberWithMisses = (): string => `
  SELECT t.misses, f.* FROM (SELECT ${MISSES} AS misses FROM lookup_miss l WHERE ${MISSES_OF('$3', '$4')}) t
    LEFT JOIN LATERAL (${byNumber()}) f ON true`;

const statements = () => ({
  byNumber: byNumberWithMisses(),
  byLast4: byLast4(),
  byNameAndLast4: byNameAndLast4(),
  byBeginning: Array.from({ length: LONGEST_BEGINNING }, (_, index) => byBeginning(index + 1)),
  byLongName: byLongName(),
});

type Row = Partial<FoundMember> & { misses: Misses[] | null };

/** Finds members by what people type or scan, each question with one prepared statement. */
@Injectable()
export class MemberFinder {
  private readonly statements = statements();

  /** The holder of this card, or the member with this phone. */
  async byNumber(
    db: Db,
    { cardNo, phone }: { cardNo: string; phone: string | null },
    { staffId, tillId }: Asker,
  ): Promise<Finding> {
    const params = [cardNo, phone, staffId, tillId];
    return findingOf(await db.query<Row>(this.statements.byNumber, params));
  }

  /** Phones that end so, and the holder of an old card with just these digits first. */
  byLast4(db: Db, digits: string): Promise<FoundMember[]> {
    return db.queryPlannedOnce<FoundMember>(this.statements.byLast4, [digits]);
  }

  /** Names that begin so, of those whose phone ends so. */
  byNameAndLast4(
    db: Db,
    { text, digits }: { text: string; digits: string },
  ): Promise<FoundMember[]> {
    const params = [text, searchRange(text).to, digits];
    return db.queryPlannedOnce<FoundMember>(this.statements.byNameAndLast4, params);
  }

  /** Names in hanzi, pinyin or initials that begin so, and the holder of a card with just this number first. */
  byName(
    db: Db,
    { text, cardNo }: { text: string; cardNo: string | null },
  ): Promise<FoundMember[]> {
    const { byBeginning, byLongName } = this.statements;
    const statement = byBeginning[[...text].length - 1] ?? byLongName;
    return db.queryPlannedOnce<FoundMember>(statement, [text, searchRange(text).to, cardNo]);
  }
}

function findingOf(rows: readonly Row[]): Finding {
  const people = rows.filter((row) => row.id != null) as unknown as FoundMember[];
  return { misses: rows[0]?.misses ?? [], people };
}
