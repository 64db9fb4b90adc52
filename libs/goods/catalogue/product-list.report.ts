import {
  cents,
  choice,
  choices,
  defineList,
  flag,
  ids,
  oneOf,
  registerWords,
  sql,
  text,
  words,
} from '#kernel/lists';
import { PRODUCT_KINDS, PRODUCT_STATUSES } from './barcode.rules.js';
import { CataloguePermission } from './catalogue.permissions.js';
import { PRODUCT_SORTS, productMatches, productRows } from './product-list.query.js';
import codes from './words/products.locale.js';

const wordsOf = (group: 'kinds' | 'statuses') => ({
  'zh-CN': codes['zh-CN'].catalogue[group],
  en: codes.en.catalogue[group],
});
registerWords('productKind', wordsOf('kinds'));
registerWords('productStatus', wordsOf('statuses'));

/** The products and services of the chain. */
export const productList = defineList({
  id: 'product-list',
  route: '/products',
  group: 'sales',
  permission: CataloguePermission.read,
  filters: {
    q: words('q'),
    category: ids('categoryId', 'category'),
    productKind: oneOf('kind', PRODUCT_KINDS),
    productStatus: oneOf('status', PRODUCT_STATUSES),
  },
  columns: {
    name: text({ width: 24 }),
    sku: text(),
    kind: choice('productKind'),
    categoryName: text(),
    barcodes: choices(undefined),
    unit: text({ width: 8 }),
    listPriceCents: cents(),
    discountable: flag(),
    favourite: flag(),
    status: choice('productStatus'),
  },
  from: sql`product p`,
  key: sql`p.id`,
  sorts: PRODUCT_SORTS,
  order: 'sku',
  matches: ({ productKind, productStatus, ...filter }, { storeIds }) =>
    sql`cardinality(${storeIds}::bigint[]) > 0 AND ${productMatches({ ...filter, kind: productKind, status: productStatus })}`,
  rows: (ids, { tillStoreId }) => productRows(ids, tillStoreId ?? null),
});
