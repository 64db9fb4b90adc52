import { choice, defineCondition, expiry, flag } from '#chain/conditions';
import { CARD_STATUSES } from './card.rules.js';

/** A card in stock belongs to nobody. */
const OF_MEMBERS = CARD_STATUSES.filter((status) => status !== 'in_stock');

export const CARD_CONDITIONS = [
  defineCondition({
    field: 'hasCard',
    group: 'card',
    order: 10,
    ...flag(
      "m.id IN (SELECT c.member_id FROM card c WHERE c.status = 'active' AND c.member_id IS NOT NULL)",
    ),
  }),
  defineCondition({
    field: 'cardStatus',
    group: 'card',
    order: 20,
    ...choice(
      { codes: OF_MEMBERS, words: 'cardStatus' },
      (words) =>
        `m.id IN (SELECT c.member_id FROM card c WHERE c.member_id IS NOT NULL AND c.status = ANY (${words}))`,
    ),
  }),
  defineCondition({
    field: 'cardExpiry',
    group: 'card',
    order: 30,
    ...expiry(
      "SELECT c.member_id FROM card c WHERE c.status = 'active' AND c.member_id IS NOT NULL",
      'c.expires_on',
    ),
  }),
];
