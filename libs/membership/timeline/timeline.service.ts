import { Db } from '#kernel';
import { MembersRepository, MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type { ActivityRow, TimelineQuery } from './timeline.dto.js';
import { timelineOf } from './timeline-rows.js';

const SHOWN = 50;

/** What was done with a member, from the rows that every document declares. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly repository: MembersRepository,
  ) {}

  /** Documents of a member and of those merged into it, the newest first. Errors: member.not_found. */
  ofMember(id: number, { limit = SHOWN, group, after }: TimelineQuery): Promise<ActivityRow[]> {
    // Where the rows before went to: the moment of the last one, in microseconds since 1970, and its number.
    const [atMicros = '', receiptNo = ''] = after?.split(' ') ?? [];
    const from = after ? [Number(atMicros), receiptNo] : [null, null];
    return this.db.read(async (sql) => {
      const member = await this.members.resolve(sql, id);
      const rows: ActivityRow[] = [];
      for (const each of await this.repository.idsOf(sql, member.id))
        rows.push(...(await sql.query<ActivityRow>(timelineOf(group), [each, limit, ...from])));
      return rows.sort((a, b) => (a.place < b.place ? 1 : -1)).slice(0, limit);
    });
  }
}
