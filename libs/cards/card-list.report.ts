import { choice, date, defineReport, ids, oneOf, registerReport, sql, text, words } from '#reports';
import { cardMatches, cardRows } from './card-list.query.js';
import { CARD_ORIGINS, CARD_STATUSES } from './card.rules.js';
import { CardPermission } from './card.permissions.js';

/** The cards of the stores one may see, as their list shows them. */
registerReport(
  defineReport({
    id: 'card-list',
    group: 'members',
    permission: CardPermission.read,
    ofList: true,
    filters: {
      q: words('q'),
      cardStatus: oneOf('status', CARD_STATUSES),
      origin: oneOf('origin', CARD_ORIGINS),
      store: ids('storeId', 'store'),
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
    orderBy: ['-id'],
    query: ({ q, cardStatus, origin, store }, { storeIds, today }) => {
      const stores = store ? storeIds.filter((id) => store.includes(id)) : storeIds;
      const matches = cardMatches({ q, status: cardStatus, origin }, stores);
      return cardRows(sql`SELECT c.id FROM card c WHERE ${matches}`, today);
    },
  }),
);
