import { timelineRows } from '#membership/timeline';

// With a family card the wallet of somebody else paid: value stands with them.
const OWN = (cents: string): string => `CASE WHEN d.payer_id IS NULL THEN ${cents} ELSE 0 END`;
const FROM_WALLET = 'd.principal_cents + d.bonus_cents > 0';
const PAYER = `CASE WHEN ${FROM_WALLET} THEN d.payer_id END`;
const VOIDED = 'sale d JOIN ledger.entry e ON e.id = d.void_entry_id';

export const SALE_TIMELINE = timelineRows(
  'sale',
  {
    kind: "'sale'",
    group: 'purchases',
    from: 'sale d',
    of: 'd.member_id = $1',
    newest: 'd.id DESC',
    saleId: 'd.id',
    principal: OWN('-d.principal_cents'),
    bonus: OWN('-d.bonus_cents'),
    points: 'd.points_earned - d.points_used',
    amount: 'd.due_cents',
    otherId: PAYER,
  },
  {
    kind: "'void'",
    group: 'purchases',
    from: VOIDED,
    of: 'd.member_id = $1 AND d.void_entry_id IS NOT NULL',
    newest: 'e.at DESC',
    when: 'e',
    saleId: 'd.id',
    principal: OWN('d.principal_cents'),
    bonus: OWN('d.bonus_cents'),
    points: 'd.points_used - d.points_earned',
    amount: '-d.due_cents',
    otherId: PAYER,
  },
  {
    kind: "'family_sale'",
    group: 'purchases',
    from: 'sale d',
    of: `d.payer_id = $1 AND ${FROM_WALLET}`,
    newest: 'd.id DESC',
    saleId: 'd.id',
    principal: '-d.principal_cents',
    bonus: '-d.bonus_cents',
    amount: 'd.principal_cents + d.bonus_cents',
    otherId: 'd.member_id',
  },
  {
    kind: "'family_void'",
    group: 'purchases',
    from: VOIDED,
    of: `d.payer_id = $1 AND ${FROM_WALLET}`,
    newest: 'e.at DESC',
    when: 'e',
    saleId: 'd.id',
    principal: 'd.principal_cents',
    bonus: 'd.bonus_cents',
    amount: '-d.principal_cents - d.bonus_cents',
    otherId: 'd.member_id',
  },
);
