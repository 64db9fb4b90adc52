/** What is added up of the rows. Amounts in 分. */
export const FIGURES = ['principalCents', 'bonusCents', 'points', 'visits', 'spendCents'] as const;

/** What is compared before and after: how many members, and what they bring with them. */
export type ControlTotals = Record<'rows' | (typeof FIGURES)[number], number>;

/** What a person signs; accumulated spend moves nothing and is shown only. */
export const SIGNED_FIGURES = ['rows', 'principalCents', 'bonusCents', 'points', 'visits'] as const;
export type SignedTotals = Pick<ControlTotals, (typeof SIGNED_FIGURES)[number]>;
