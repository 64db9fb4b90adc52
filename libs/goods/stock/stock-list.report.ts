import { cents, defineList, ids, oneOf, qty, sql, stores, text, words } from '#kernel/lists';
import { STOCK, STOCK_SORTS, STOCK_STATES, stockMatches, stockRows } from './stock-list.query.js';
import { StockPermission } from './stock.permissions.js';

/** What lies on the shelves, and what it cost. */
export const stockList = defineList({
  id: 'stock-list',
  route: '/stock',
  group: 'sales',
  permission: StockPermission.read,
  filters: {
    q: words('q'),
    stores: stores(['storeId']),
    category: ids('categoryId', 'category'),
    stockState: oneOf('state', STOCK_STATES),
  },
  columns: {
    name: text({ width: 24 }),
    sku: text(),
    categoryName: text(),
    storeName: text(),
    onHandMilli: qty(),
    unit: text({ width: 8 }),
    valueCents: cents({ total: 'sum' }),
  },
  from: STOCK,
  key: sql`a.id`,
  sorts: STOCK_SORTS,
  order: 'storeName',
  tie: 'sku',
  sums: { valueCents: sql`a.value_cents` },
  matches: ({ stockState, ...filter }, { storeIds }) =>
    stockMatches({ ...filter, state: stockState }, storeIds),
  rows: stockRows,
});
