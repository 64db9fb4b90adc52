import { defineList, flag, flagged, instant, sql, stores, text, whole, words } from '#kernel/lists';
import {
  CARD_RANGE_SORTS,
  cardRangeMatches,
  cardRangeRows,
  IN_STOCK,
  USED,
} from './card-range-list.query.js';
import { CardRangePermission } from './card.permissions.js';

/** The numbers that the stores may issue, and how many of them they have used. */
export const cardRangeList = defineList({
  id: 'card-range-list',
  route: '/card-ranges',
  group: 'members',
  permission: CardRangePermission.read,
  filters: { q: words('q'), stores: stores(['storeId']), active: flagged('active') },
  columns: {
    storeName: text(),
    prefix: text({ width: 12 }),
    used: whole({ total: 'sum' }),
    inStock: whole({ total: 'sum' }),
    capacity: whole({ width: 12 }),
    active: flag(),
    note: text({ width: 24 }),
    createdAt: instant(),
  },
  from: sql`card_range r`,
  key: sql`r.id`,
  sorts: CARD_RANGE_SORTS,
  small: true,
  order: 'storeName',
  tie: 'prefix',
  sums: { used: USED, inStock: IN_STOCK },
  matches: (filter, { storeIds }) => cardRangeMatches(filter, storeIds),
  rows: cardRangeRows,
});
