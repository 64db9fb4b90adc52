import { byStaffName } from '#chain/identity';
import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

export const SEGMENT_SORTS = {
  name: byWords(sql`g.name`),
  ownerName: byStaffName(sql`g.owner_id`),
  updatedAt: by(sql`g.updated_at`),
};

export const WHOSE = ['mine', 'shared'] as const;

interface SegmentListFilter {
  q?: string | null;
  whose?: (typeof WHOSE)[number] | null;
}

/** The condition on `g` that a filter means: one's own and those that are shared. */
export const segmentMatches = (
  { q, whose }: SegmentListFilter,
  staffId: number | undefined,
): SqlText => sql`
  g.archived_at IS NULL AND (g.owner_id = ${staffId} OR g.visibility = 'shared')
  ${whose ? sql`AND g.owner_id ${whose === 'mine' ? sql`=` : sql`<>`} ${staffId}` : nothing}
  ${q ? sql`AND strpos(lower(g.name), lower(${q})) > 0` : nothing}`;

/** The rows of a list for the segments whose ids a query gives, with what one last counted. */
export const segmentRows = (ids: SqlText, staffId: number | undefined): SqlText => sql`
  SELECT g.id, g.name, g.filter, g.visibility, g.owner_id AS "ownerId", o.name AS "ownerName", n.members, n.counted_at AS "countedAt",
         g.updated_at AS "updatedAt", g.version
    FROM (${ids}) h JOIN segment g ON g.id = h.id JOIN staff o ON o.id = g.owner_id
    LEFT JOIN segment_count n ON n.segment_id = g.id AND n.staff_id = ${staffId}`;
