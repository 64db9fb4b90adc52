import { defineCondition, range } from '#chain/conditions';

export const POINTS_CONDITIONS = [
  defineCondition({
    field: 'points',
    group: 'value',
    order: 50,
    ...range('whole', {
      grouped:
        "SELECT a.owner_id FROM ledger.account a WHERE a.kind = 'points' GROUP BY a.owner_id",
      measured: 'sum(a.balance)',
    }),
  }),
];
