import { MEMBER_SORTS, memberRows } from '#membership/member-search';
import {
  cents,
  choices,
  date,
  defineReport,
  flag,
  points,
  registerReport,
  sql,
  text,
  whole,
  type FilterSpec,
  type SqlText,
} from '#kernel/lists';
import { compileSegment, type CompiledSegment } from './compiler/segment.compiler.js';
import { readFilter } from './filter.reader.js';
import { SegmentPermission } from './segment.permissions.js';
import type { SegmentFilter } from './segment.rules.js';

/** Conditions under the name they are saved by: files say the name. */
class NamedFilter {
  constructor(
    readonly filter: SegmentFilter,
    private readonly name: string,
  ) {}

  toString(): string {
    return this.name;
  }
}

/** `filter`: the conditions as JSON text; `segment`: what the segment is called. */
const conditions = (): FilterSpec<NamedFilter> => ({
  type: 'text',
  params: ['filter', 'segment'],
  read(raw, problem) {
    const { filter, segment } = raw;
    const name = typeof segment === 'string' ? segment.slice(0, 60) : '';
    try {
      const asked: unknown = typeof filter === 'string' ? JSON.parse(filter) : filter;
      return new NamedFilter(readFilter(asked), name);
    } catch {
      problem('filter', 'field.invalid');
      return new NamedFilter({ match: 'all', conditions: [] }, name);
    }
  },
});

/** The compiler's statement as a piece of a report's. */
function pieceOf({ where, params }: CompiledSegment): SqlText {
  const places = where.split(/\$(\d+)/);
  const strings = places.filter((_, index) => index % 2 === 0);
  const values = places.filter((_, index) => index % 2 === 1).map((n) => params[Number(n) - 1]);
  return sql(strings as unknown as TemplateStringsArray, ...values);
}

/** The members of a segment, as its list shows them: those of one's stores. */
registerReport(
  defineReport({
    id: 'segment-members',
    group: 'members',
    permission: SegmentPermission.read,
    ofList: true,
    filters: { segment: conditions() },
    columns: {
      memberNo: whole(),
      name: text({ width: 14 }),
      phone: text({ pii: 'phone', sortable: false, width: 15 }),
      levelName: text({ width: 10 }),
      homeStoreName: text(),
      tags: choices(undefined),
      principalCents: cents({ total: 'sum', sortable: false }),
      bonusCents: cents({ total: 'sum', sortable: false }),
      points: points({ total: 'sum', sortable: false }),
      registered: flag({ sortable: false }),
      lastVisitOn: date({ sortable: false }),
      joinedOn: date(),
    },
    orderBy: ['-id'],
    list: { sorts: MEMBER_SORTS },
    query: ({ segment }, { storeIds, today }) => {
      const scope = { allStores: false, storeIds };
      // A field that is gone has no value with anybody.
      const where = pieceOf(compileSegment(segment.filter, { today, scope }));
      return memberRows(sql`SELECT m.id FROM member m WHERE ${where}`, today);
    },
  }),
);
