interface Shown {
  staff: { id: number };
  till: { id: number } | null;
}

/**
 * Whether a screen that shows one session may go on under another: the same person, and at the desk the same till.
 * The office stands at no till; there only the person counts.
 */
export function isSameOnScreen(shown: Shown, now: Shown, atDesk: boolean): boolean {
  if (shown.staff.id !== now.staff.id) return false;
  return !atDesk || shown.till?.id === now.till?.id;
}
