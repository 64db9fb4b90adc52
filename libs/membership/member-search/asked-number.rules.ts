import { foldCardNo, foldPhone, phoneKind } from '#kernel/rules';
import { mayBeGuess } from './lookup-throttle.rules.js';

/** What of a request may hold the number of somebody. */
export interface AskingRequest {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** A number that a search asks for: of a card, or a whole phone. */
export interface AskedNumber {
  number: string;
  phone: string | null;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function numberIn(text: string): AskedNumber | null {
  const number = foldCardNo(text);
  const phone = foldPhone(number);
  const isPhone = phoneKind(phone) !== undefined;
  return isPhone || mayBeGuess(number) ? { number, phone: isPhone ? phone : null } : null;
}

/** The whole number that a search is for: in its text, its phone, or the filters of a file or of an act on a list. */
export function searchedNumber({ query, body }: AskingRequest): AskedNumber | null {
  const asked = recordOf(query);
  const sent = recordOf(body);
  const filters = { ...recordOf(sent.filters), ...recordOf(sent.filter) };
  const text = textOf(asked.phone) ?? textOf(asked.q) ?? textOf(filters.q);
  return text === undefined ? null : numberIn(text);
}

/** An id is no text that somebody goes on typing: no id begins another. */
const ID_DIGITS = 15;
const ofId = (id: string): string => `#${id.padStart(ID_DIGITS, '0')}`;

const NAMED_CARD = 'cardNo';
const NAMED_MEMBERS = ['memberId', 'toMemberId', 'mergedMemberId'];
/** Whether a field of a body names a card or a member. */
export const isNamedField = (field: string): boolean =>
  field === NAMED_CARD || NAMED_MEMBERS.includes(field);
/** Routes whose id is a member's. */
const OF_A_MEMBER = '/members/:id';

/** The card or member that an act names, in its address or its body. */
export function namedNumber({ params, body }: AskingRequest, route: string): string | null {
  const named = { ...recordOf(body), ...recordOf(params) };
  const cardNo = textOf(named[NAMED_CARD]);
  if (cardNo !== undefined) return foldCardNo(cardNo);
  const fields = route.includes(OF_A_MEMBER) ? [...NAMED_MEMBERS, 'id'] : NAMED_MEMBERS;
  for (const field of fields) {
    const id = named[field];
    if (typeof id === 'number' || (typeof id === 'string' && /^\d{1,15}$/.test(id)))
      return ofId(String(id));
  }
  return null;
}

/** Registrations and changes of a record. */
const WRITES_A_MEMBER = /\/members(?:\/:id)?$/;

/** The phone that is to be written on a record: only one that nobody has is taken, so its answer tells who is here. */
export function triedPhone({ body }: AskingRequest, route: string): string | null {
  const phone = WRITES_A_MEMBER.test(route) ? textOf(recordOf(body).phone) : undefined;
  const folded = foldPhone(phone ?? '');
  return phoneKind(folded) === undefined ? null : folded;
}

/** Whether an answer has anybody: rows of a page, a list, or of likely duplicates the one with this phone. */
export function hasAnswer(answer: unknown): boolean {
  const rows: unknown = Array.isArray(answer) ? answer : recordOf(answer).rows;
  if (!Array.isArray(rows)) return true;
  return rows.some((row) => !('reason' in recordOf(row)) || recordOf(row).reason === 'phone');
}
