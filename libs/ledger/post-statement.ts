import { rowsText } from '#kernel';

// The fields of the payload's rows, in the order of ledger.new_entry and its sisters.
const ENTRY = [
  ...['i', 'kind', 'business_date', 'at', 'staff_id', 'shift_id', 'till_id', 'reason'],
  ...['document_kind', 'document_no', 'member_id', 'store_id', 'home_store_id', 'card_store_id'],
  ...['drawer_store_id', 'reverses_entry_id', 'relates_entry_id'],
];
const POSTING = ['e', 's', 'f', 'a', 'st', 'h', 'u', 'm', 'c', 'v', 'r'];
const CHANGED_LOT = [
  ...['id', 'state', 'granted', 'remaining', 'expired', 'forgiven', 'value_cents'],
];
const NEW_LOT = [
  ...['i', 'e', 'account_id', 'unit', 'state', 'joined', 'gifted', 'grace', 'origin_entry_id'],
  ...['origin_store_id', 'origin_on', 'expires_on', 'releases_on', 'tender', 'terms', 'granted'],
  ...['remaining', 'expired', 'forgiven', 'value_cents', 'parent_lot_id'],
];
const MOVE = ['e', 's', 'l', 'n', 'a', 'o', 'f', 'k', 'm', 'c'];

type Rows = readonly Record<string, unknown>[] | undefined;

/**
 * The call of ledger.post with eight parameters from `$first` on, for a larger statement; `number` is the SQL of the
 * document's number.
 */
export function postCall(first: number, number: string): string {
  const types = [
    'ledger.new_entry[]',
    'ledger.new_posting[]',
    'int',
    'bigint[]',
    'ledger.changed_lot[]',
    'ledger.new_lot[]',
    'ledger.new_move[]',
    'bigint',
  ];
  const [entries, ...others] = types.map((type, index) => `$${first + index}::${type}`);
  return `ledger.post(${entries}, ${number}, ${others.join(', ')})`;
}

/** What was planned, as the parameters of `postCall`. */
export function postParams(payload: Record<string, unknown>): unknown[] {
  const rows = (name: string) => payload[name] as Rows;
  return [
    rowsText(ENTRY, rows('entries')),
    rowsText(POSTING, rows('postings')) ?? '{}',
    payload['accounts'],
    payload['negative'] ?? null,
    rowsText(CHANGED_LOT, rows('changed_lots')),
    rowsText(NEW_LOT, rows('new_lots')),
    rowsText(MOVE, rows('moves')),
    payload['reverses'] ?? null,
  ];
}
