import { timelineRows } from '#membership/timeline';

export const PAYOUT_TIMELINE = timelineRows(
  'payout',
  {
    kind: "CASE d.kind WHEN 'transfer' THEN 'transfer_out' ELSE d.kind END",
    group: 'value',
    from: 'payout d LEFT JOIN payout_refund r ON r.payout_id = d.id',
    of: 'd.member_id = $1',
    newest: 'd.id DESC',
    payoutId: 'd.id',
    principal: '-d.principal_cents - d.principal_kept_cents',
    bonus: '-d.bonus_paid_cents - d.bonus_void_cents - d.bonus_moved_cents',
    points: '-coalesce(r.gift_points_taken + r.points_forfeited, 0)',
    amount:
      "CASE d.kind WHEN 'transfer' THEN d.principal_cents ELSE d.paid_cents + d.deposit_cents - d.received_cents END",
  },
  {
    kind: "'transfer_in'",
    group: 'value',
    from: 'payout d',
    of: 'd.to_member_id = $1',
    newest: 'd.id DESC',
    payoutId: 'd.id',
    principal: 'd.principal_cents',
    bonus: 'd.bonus_moved_cents',
    amount: 'd.principal_cents',
  },
  {
    kind: "'payout_reversal'",
    group: 'value',
    from: 'payout d JOIN ledger.entry e ON e.id = d.reversal_entry_id',
    of: '(d.member_id = $1 OR d.to_member_id = $1)',
    newest: 'e.at DESC',
    when: 'e',
    payoutId: 'd.id',
    principal: 'CASE WHEN d.member_id = $1 THEN 1 ELSE -1 END * d.principal_cents',
    bonus:
      'CASE WHEN d.member_id = $1 THEN d.bonus_paid_cents + d.bonus_void_cents + d.bonus_moved_cents ELSE -d.bonus_moved_cents END',
    amount: '-d.paid_cents',
  },
);
