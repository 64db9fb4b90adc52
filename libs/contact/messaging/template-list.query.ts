import { by, byWords, nothing, sql, type SqlText } from '#kernel/lists';

export const TEMPLATE_SORTS = {
  name: byWords(sql`t.name`),
  updatedAt: by(sql`t.updated_at`),
};

/** The condition on `t` that a filter means: words of its name or its text. */
export const templateMatches = ({ q }: { q?: string | null | undefined }): SqlText => sql`
  t.archived_at IS NULL ${q ? sql`AND (strpos(lower(t.name), lower(${q})) > 0 OR strpos(lower(t.body), lower(${q})) > 0)` : nothing}`;

/** The templates whose ids a query gives. */
export const templateRows = (ids: SqlText): SqlText => sql`
  SELECT t.id, t.name, t.body, t.updated_at AS "updatedAt", t.version FROM (${ids}) h JOIN message_template t ON t.id = h.id`;
