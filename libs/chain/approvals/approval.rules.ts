export const REQUEST_STATUSES = [
  'pending',
  'approved',
  'refused',
  'cancelled',
  'used',
  'expired',
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export type Fact = string | number | boolean | null;
/** What is shown to the approver besides the amount. Flat; a key that ends in Cents is money. */
export type ApprovalFacts = Record<string, Fact>;

/** What is approved: one act on one subject, at one store, of one amount. */
export interface ApprovedAct {
  /** The permission code of the act. */
  kind: string;
  subject: { kind: string; id: number };
  storeId: number;
  amountCents: number;
  facts: ApprovalFacts;
}

/** A request is open until it is decided, and an approval until it is used; both only until they expire. */
export function statusOf(
  request: { status: Exclude<RequestStatus, 'expired'>; expiresAt: Date },
  now: Date,
): RequestStatus {
  const isOpen = request.status === 'pending' || request.status === 'approved';
  return isOpen && request.expiresAt <= now ? 'expired' : request.status;
}

/** Whether what is done is exactly what was approved. */
export function isSameAct(approved: ApprovedAct, done: ApprovedAct): boolean {
  return (
    approved.kind === done.kind &&
    approved.subject.kind === done.subject.kind &&
    approved.subject.id === done.subject.id &&
    approved.storeId === done.storeId &&
    approved.amountCents === done.amountCents &&
    sameFacts(approved.facts, done.facts)
  );
}

function sameFacts(a: ApprovalFacts, b: ApprovalFacts): boolean {
  const said = (facts: ApprovalFacts) =>
    JSON.stringify(
      Object.entries(facts)
        .filter(([, fact]) => fact !== null && fact !== undefined)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return said(a) === said(b);
}

/** Of one person at once, and within an hour: the inbox of those who decide stays readable. */
export const OPEN_REQUESTS = 20;
export const REQUESTS_AN_HOUR = 60;

/** The bound that one more request would pass; null: it may be asked. */
export function requestBound(asked: { open: number; lastHour: number }): number | null {
  if (asked.open >= OPEN_REQUESTS) return OPEN_REQUESTS;
  return asked.lastHour >= REQUESTS_AN_HOUR ? REQUESTS_AN_HOUR : null;
}

const MAX_FACTS = 20;

/** Whether a value may stand as facts: flat, short, without control characters. */
export function areFacts(value: unknown): value is ApprovalFacts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= MAX_FACTS &&
    entries.every(
      ([key, fact]) =>
        /^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(key) &&
        (fact === null ||
          typeof fact === 'boolean' ||
          Number.isSafeInteger(fact) ||
          (typeof fact === 'string' &&
            fact.length <= 200 &&
            !/[\u0000-\u001F\u007F\uD800-\uDFFF]/u.test(fact))),
    )
  );
}
