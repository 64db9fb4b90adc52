/** Cents for the member's side and for the staff's side of acts on one business day. */
export interface DaySums {
  memberCents: number;
  staffCents: number;
}

/** What an approval is asked for: the amount of the act, or what the day comes to with it. */
export const APPROVAL_LIMITS = ['act', 'member_day', 'staff_day'] as const;
export type ApprovalLimit = (typeof APPROVAL_LIMITS)[number];

/**
 * Which limit of the day an act reaches that nobody else agrees to. `given` is what was done that way before: what a second
 * person agreed to does not count, so a limit is never more than one person's own.
 */
export function dayLimitReached(
  amountCents: number,
  given: DaySums,
  limits: DaySums,
): Exclude<ApprovalLimit, 'act'> | null {
  if (amountCents <= 0) return null;
  if (given.memberCents + amountCents >= limits.memberCents) return 'member_day';
  return given.staffCents + amountCents >= limits.staffCents ? 'staff_day' : null;
}
