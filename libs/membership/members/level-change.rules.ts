export const LEVEL_CHANGE_SOURCES = [
  'manual',
  'top_up_rule',
  'top_up_reversal',
  'import',
  'merge',
] as const;
export type LevelChangeSource = (typeof LEVEL_CHANGE_SOURCES)[number];

/**
 * Whether a member moves to another level: a person may set any; a pinned level stays whatever a rule says; what a
 * top-up grants only raises. `rank` grows with the level.
 */
export function levelMoves(
  member: { rank: number; pinned: boolean },
  wanted: { rank: number; source: LevelChangeSource },
): boolean {
  if (wanted.rank === member.rank) return false;
  if (wanted.source === 'manual') return true;
  if (member.pinned) return false;
  return wanted.source !== 'top_up_rule' || wanted.rank > member.rank;
}
