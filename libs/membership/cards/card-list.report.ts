import { choice, date, defineList, oneOf, sql, stores, text, words } from '#kernel/lists';
import { CARD_SORTS, cardMatches, cardRows } from './card-list.query.js';
import { CARD_ORIGINS, CARD_STATUSES } from './card.rules.js';
import { CardPermission } from './card.permissions.js';

/** The cards of the stores one may see. */
export const cardList = defineList({
  id: 'card-list',
  route: '/cards',
  group: 'members',
  permission: CardPermission.read,
  filters: {
    q: words('q'),
    cardStatus: oneOf('status', CARD_STATUSES),
    cardOrigin: oneOf('origin', CARD_ORIGINS),
    store: stores(['storeId']),
  },
  columns: {
    cardNo: text({ width: 20 }),
    status: choice('cardStatus'),
    origin: choice('cardOrigin'),
    memberName: text({ link: 'member', width: 14 }),
    storeName: text(),
    issuedOn: date(),
    expiresOn: date(),
  },
  from: sql`card c`,
  key: sql`c.id`,
  sorts: CARD_SORTS,
  order: '-id',
  matches: ({ q, cardStatus, cardOrigin }, { storeIds }) =>
    cardMatches({ q, status: cardStatus, origin: cardOrigin }, storeIds),
  rows: (ids, { today }) => cardRows(ids, today),
});
