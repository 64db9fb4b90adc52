import {
  choice,
  defineList,
  instant,
  oneOf,
  registerWords,
  sql,
  stores,
  text,
  whole,
  words,
} from '#kernel/lists';
import {
  CARD_STOCK_SORTS,
  cardStockMatches,
  cardStockRows,
  STOCK_DOCUMENT_SORTS,
  stockDocumentMatches,
  stockDocumentRows,
} from './card-stock-list.query.js';
import codes from './words/card-stock.locale.js';
import { STOCK_DOCUMENT_KINDS, STOCK_DOCUMENT_STATUSES } from './card-stock.dto.js';
import { CardPermission } from './card.permissions.js';
import { CARD_STOCK_STATES } from './card.rules.js';

const wordsOf = (group: 'states' | 'kinds' | 'statuses') => ({
  'zh-CN': codes['zh-CN'].cardStock[group],
  en: codes.en.cardStock[group],
});
registerWords('cardStockState', wordsOf('states'));
registerWords('parcelKind', wordsOf('kinds'));
registerWords('parcelStatus', wordsOf('statuses'));

/** Printed cards that nobody holds yet. */
export const cardStockList = defineList({
  id: 'card-stock-list',
  route: '/card-stock',
  group: 'members',
  permission: CardPermission.stockRead,
  filters: {
    q: words('q'),
    stores: stores(['storeId']),
    cardStockState: oneOf('state', CARD_STOCK_STATES),
  },
  columns: {
    cardNo: text({ width: 20 }),
    storeName: text(),
    stockState: choice('cardStockState'),
    since: instant(),
  },
  from: sql`card c`,
  key: sql`c.id`,
  sorts: CARD_STOCK_SORTS,
  order: 'cardNo',
  matches: ({ q, cardStockState }, { storeIds }) =>
    cardStockMatches({ q, state: cardStockState }, storeIds),
  rows: cardStockRows,
});

/** Parcels of printed cards, in and between the stores. */
export const stockDocumentList = defineList({
  id: 'card-stock-documents',
  route: '/card-stock/documents',
  group: 'members',
  permission: CardPermission.stockRead,
  filters: {
    stores: stores(['storeId']),
    parcelKind: oneOf('kind', STOCK_DOCUMENT_KINDS),
    parcelStatus: oneOf('status', STOCK_DOCUMENT_STATUSES),
  },
  columns: {
    id: whole({ width: 8 }),
    kind: choice('parcelKind'),
    status: choice('parcelStatus'),
    fromStoreName: text(),
    toStoreName: text(),
    quantity: whole({ total: 'sum' }),
    firstNo: text({ width: 20 }),
    lastNo: text({ width: 20 }),
    missing: whole({ total: 'sum' }),
    damaged: whole({ total: 'sum' }),
    differenceNote: text({ width: 24 }),
    madeByName: text({ width: 12 }),
    madeAt: instant(),
  },
  from: sql`card_stock_document d`,
  key: sql`d.id`,
  sorts: STOCK_DOCUMENT_SORTS,
  small: true,
  order: '-id',
  matches: ({ parcelKind, parcelStatus }, { storeIds }) =>
    stockDocumentMatches({ kind: parcelKind, status: parcelStatus }, storeIds),
  rows: stockDocumentRows,
});
