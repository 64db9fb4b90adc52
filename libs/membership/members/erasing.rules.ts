/** What a member still has with the chain. Amounts in cents. */
export interface Standing {
  principalCents: number;
  bonusCents: number;
  points: number;
  debtCents: number;
  pointsDebt: number;
  /** Cards that are active or lost. */
  cards: number;
}

export const STANDING_KEYS = [
  'principalCents',
  'bonusCents',
  'points',
  'debtCents',
  'pointsDebt',
  'cards',
] as const satisfies readonly (keyof Standing)[];

/** What must be settled before a member can be erased; empty when nothing remains. */
export function remaining(standing: Standing): Partial<Standing> {
  return Object.fromEntries(
    STANDING_KEYS.filter((key) => standing[key] > 0).map((key) => [key, standing[key]]),
  );
}
