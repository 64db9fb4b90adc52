export const CARD_STATUSES = ['in_stock', 'active', 'lost', 'replaced', 'closed'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** Where a card's number comes from: made at the till, printed before, or of a previous system (valid as it is). */
export const CARD_ORIGINS = ['issued', 'stock', 'imported'] as const;
export type CardOrigin = (typeof CARD_ORIGINS)[number];

/** Where a card in stock is; only a ready one can be issued. */
export const CARD_STOCK_STATES = ['ready', 'in_transit', 'missing', 'damaged'] as const;
export type CardStockState = (typeof CARD_STOCK_STATES)[number];

/** What may follow what. Source: docs/glossary.md, "card". */
export const CARD_TRANSITIONS = {
  in_stock: ['active'],
  active: ['lost', 'replaced', 'closed'],
  lost: ['active', 'replaced'],
  replaced: [],
  closed: [],
} as const satisfies Record<CardStatus, readonly CardStatus[]>;

interface CardActRule {
  /** The statuses that allow the act. */
  from: readonly CardStatus[];
  /** What the card is afterwards; left out: as it was. */
  to?: CardStatus;
}

/** Every act on a card and when it is allowed: the server refuses by this table, the screens offer by it. */
export const CARD_ACTS = {
  /** A printed card is handed to a member. */
  activate: { from: ['in_stock'], to: 'active' },
  transfer: { from: ['in_stock'] },
  receive: { from: ['in_stock'] },
  pay: { from: ['active'] },
  topUp: { from: ['active'] },
  showCode: { from: ['active'] },
  reportLost: { from: ['active'], to: 'lost' },
  unfreeze: { from: ['lost'], to: 'active' },
  replace: { from: ['active', 'lost'], to: 'replaced' },
  extend: { from: ['active', 'lost'] },
  /** Of a family card: what it may spend a day, and the end of its way to another's wallet. */
  setLimit: { from: ['active', 'lost'] },
  unbind: { from: ['active', 'lost'] },
  close: { from: ['active'], to: 'closed' },
} as const satisfies Record<string, CardActRule>;
export type CardAct = keyof typeof CARD_ACTS;
export const CARD_ACT_NAMES = Object.keys(CARD_ACTS) as CardAct[];

export function canBecome(from: CardStatus, to: CardStatus): boolean {
  return (CARD_TRANSITIONS[from] as readonly CardStatus[]).includes(to);
}

export function allows(status: CardStatus, act: CardAct): boolean {
  return (CARD_ACTS[act].from as readonly CardStatus[]).includes(status);
}

/** What can be done with a card now, in the order of the table. */
export function actsOn(status: CardStatus): CardAct[] {
  return CARD_ACT_NAMES.filter((act) => allows(status, act));
}

/** Only an active card pays, identifies for a discount or takes a top-up. */
export function isUsable(status: CardStatus): boolean {
  return allows(status, 'pay');
}

/**
 * Whether a member's benefits rest: level price, points and bonus, never the principal. The card that was read decides;
 * without one they rest when every card in use is past its last day. Who has no card has nothing that could end.
 */
export function benefitsRest(
  cards: readonly { cardNo: string; status: CardStatus; expired: boolean }[],
  read: string | null,
): boolean {
  const card = read === null ? undefined : cards.find((each) => each.cardNo === read);
  if (card) return card.expired;
  const inUse = cards.filter(({ status }) => isUsable(status));
  return inUse.length > 0 && inUse.every(({ expired }) => expired);
}
