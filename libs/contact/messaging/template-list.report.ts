import { defineList, instant, sql, text, words } from '#kernel/lists';
import { MessagePermission } from './message.permissions.js';
import { TEMPLATE_SORTS, templateMatches, templateRows } from './template-list.query.js';

/** The texts that messages are made from. */
export const templateList = defineList({
  id: 'template-list',
  route: '/message-templates',
  group: 'members',
  permission: MessagePermission.read,
  filters: { q: words('q') },
  columns: { name: text(), body: text({ width: 60 }), updatedAt: instant() },
  from: sql`message_template t`,
  key: sql`t.id`,
  sorts: TEMPLATE_SORTS,
  small: true,
  order: 'name',
  matches: (filter, { storeIds }) =>
    sql`cardinality(${storeIds}::bigint[]) > 0 AND ${templateMatches(filter)}`,
  rows: templateRows,
});
