import { timelineRows } from '#membership/timeline';

// With a family card the wallet is somebody else's: value stands with them.
const OWN = (cents: string): string => `CASE WHEN w.member_id = $1 THEN ${cents} ELSE 0 END`;
const from = (table: string): string => `${table} d JOIN wallet w ON w.id = d.wallet_id`;
const OWNER = 'NULLIF(w.member_id, $1)';
const BY_OTHERS = 'w.member_id = $1 AND d.member_id <> $1';

export const TOP_UP_TIMELINE = timelineRows(
  'top_up',
  {
    kind: "'top_up'",
    group: 'value',
    from: from('top_up'),
    of: 'd.member_id = $1',
    newest: 'd.id DESC',
    topUpId: 'd.id',
    principal: OWN('d.principal_cents'),
    bonus: OWN('d.bonus_cents'),
    points: 'd.points',
    amount: 'd.principal_cents',
    otherId: OWNER,
  },
  {
    kind: "'family_top_up'",
    group: 'value',
    from: from('top_up'),
    of: BY_OTHERS,
    newest: 'd.id DESC',
    topUpId: 'd.id',
    principal: 'd.principal_cents',
    bonus: 'd.bonus_cents',
    amount: 'd.principal_cents',
    otherId: 'd.member_id',
  },
  {
    kind: "'top_up_reversal'",
    group: 'value',
    from: from('top_up_reversal'),
    of: 'd.member_id = $1',
    newest: 'd.id DESC',
    principal: OWN('-d.principal_cents'),
    bonus: OWN('-d.bonus_cents'),
    points: '-d.points',
    amount: '-d.principal_cents',
    otherId: OWNER,
  },
  {
    kind: "'family_top_up_reversal'",
    group: 'value',
    from: from('top_up_reversal'),
    of: BY_OTHERS,
    newest: 'd.id DESC',
    principal: '-d.principal_cents',
    bonus: '-d.bonus_cents',
    amount: '-d.principal_cents',
    otherId: 'd.member_id',
  },
);
