import { Clock, dateIn, Db, Scheduled } from '#kernel';
import { run, sql } from '#kernel/lists';
import { Injectable } from '@nestjs/common';
import { memberVisits } from '../member-visits.js';

const EVERY_MS = 6 * 3_600_000;
const TIMEZONE = 'Asia/Shanghai';
/** Looked back so far, so that a worker that was off for some days misses nobody. */
const DAYS_BACK = 14;
/** Behind by less than this is lately all the same: a regular's keys are written once a week, not with every visit. */
const DAYS_BEHIND = 7;
const MEMBERS_AT_ONCE = 500;

/** Who came to buy stands before others of the same name: the search reads its keys in the order of `seen_on`. */
@Injectable()
export class SeenLately {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Scheduled('members.seen', { everyMs: EVERY_MS })
  async run(): Promise<void> {
    const today = dateIn(this.clock.now(), TIMEZONE);
    const visits = await run<{ id: number; on: string }>(
      this.db,
      sql`
        SELECT s.member_id AS id, max(s.business_date) AS "on" FROM (${memberVisits.ask()}) s
         WHERE s.business_date > ${today}::date - ${DAYS_BACK}::int
         GROUP BY s.member_id
        HAVING EXISTS (SELECT FROM member_key k WHERE k.member_id = s.member_id AND k.kind <> 'phone'
                          AND k.seen_on <= max(s.business_date) - ${DAYS_BEHIND}::int)
         ORDER BY s.member_id`,
    );
    for (let from = 0; from < visits.length; from += MEMBERS_AT_ONCE) {
      const some = visits.slice(from, from + MEMBERS_AT_ONCE);
      await this.db.query(
        `UPDATE member_key k SET seen_on = v.seen_on FROM unnest($1::bigint[], $2::date[]) AS v(id, seen_on)
          WHERE k.member_id = v.id AND k.kind <> 'phone' AND k.seen_on < v.seen_on`,
        [some.map(({ id }) => id), some.map(({ on }) => on)],
      );
    }
  }
}
