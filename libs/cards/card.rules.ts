export const CARD_STATUSES = ['in_stock', 'active', 'lost', 'replaced', 'closed'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** What may follow what. Source: docs/glossary.md, "card". */
export const CARD_TRANSITIONS = {
  in_stock: ['active'],
  active: ['lost', 'replaced', 'closed'],
  lost: ['active', 'replaced'],
  replaced: [],
  closed: [],
} as const satisfies Record<CardStatus, readonly CardStatus[]>;

export function canBecome(from: CardStatus, to: CardStatus): boolean {
  return (CARD_TRANSITIONS[from] as readonly CardStatus[]).includes(to);
}

/** Only an active card pays, identifies for a discount or takes a top-up. */
export function isUsable(status: CardStatus): boolean {
  return status === 'active';
}
