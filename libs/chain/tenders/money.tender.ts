import { House } from '#ledger';
import { componentOf, defineTender } from './tender-kind.js';
import { CASH, type TenderTerms } from './tender.rules.js';
import { tenderFacts } from './tenders.repository.js';
import { refuseTender } from './tenders.service.js';

/** Money, by every tender that head office defined: into the drawer or to the provider, and back out of there. */
export const moneyTender = defineTender<TenderTerms, null>({
  kind: 'money',
  code: null,
  words: null,
  order: 90,
  unit: null,
  proof: null,
  message: null,
  givesChange: (code) => code === CASH,
  components: (code) => [{ component: componentOf(code), figure: 'received' }],
  terms: () => Promise.resolve(null),
  facts: {
    asked: (tenders) => tenders.map(({ tender }) => tender),
    sql: ({ store, asked }) => `
      SELECT ${tenderFacts(store)} AS facts, NULL::jsonb AS account
        FROM tender t WHERE t.code = ANY ((SELECT ${asked}::text[])::text[])`,
  },
  judge(tenders, facts) {
    for (const { at, tender: code, reference } of tenders) {
      const terms = facts.find((each) => each.code === code);
      refuseTender(terms, { code, use: 'sale', reference, field: `tenders.${at}.tender` });
    }
  },
  plan: (books, tenders, { storeId }) => ({
    paid: tenders.map(({ tender, amountCents }) => {
      books.house(House.tender(tender, storeId), amountCents);
      books.house(House.sales(storeId), -amountCents);
      return { component: componentOf(tender), figure: 'received', cents: amountCents };
    }),
  }),
  giveBack(books, parts, { storeId, sales }) {
    for (const { tender, cents } of parts) {
      books.house(House.tender(tender, storeId), -cents);
      books.house(sales, cents);
    }
    return [];
  },
});
