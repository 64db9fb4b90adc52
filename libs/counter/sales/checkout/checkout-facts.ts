import { staffOfStore } from '#chain/identity';
import type { TenderKind } from '#chain/tenders';
import { PAYER_OF_WALLET } from '#membership/cards';
import { PIN_STAMP } from '#membership/members';
import type { SaleLineKind } from '#goods/lines';

// $1 store, $2 member, $3 card number, $4 business date; from here on one for each kind of line and of tender, then who served.
const FIRST_OF_KINDS = 5;
const PARAMS = { store: '$1::bigint', businessDate: '$4::date' };

// The card stays as it is until the transaction ends: a loss that was reported before is seen, one reported now waits. The
// lock is not shared, and was waited for in the card's queue: payments would pass the loss one after the other.
// Every parameter has its type here, whatever kinds there are.
const BUYER = `
  SELECT m.id AS member_id, w.id AS wallet_id, m.level_id, v.pay_rate_bps, v.points_per_yuan_bps, m.home_store_id,
         ${PIN_STAMP} AS pin_stamp, c.id AS card_id, c.status, c.member_id AS card_member_id, c.wallet_id AS card_wallet_id,
         c.store_id AS card_store_id, c.day_limit_cents, payer.id AS payer_id, payer.pin_stamp AS payer_pin_stamp, coalesce(c.expires_on < $4::date, ended.all_cards, false) AS benefits_rest
    FROM (SELECT $2::bigint AS member_id, $3::text AS card_no, $1::bigint AS store_id) asked
    LEFT JOIN LATERAL (SELECT * FROM card WHERE card_no = asked.card_no FOR NO KEY UPDATE) c ON true
    LEFT JOIN member m ON m.id = coalesce(asked.member_id, c.member_id) AND m.status = 'active'
    LEFT JOIN level v ON v.id = m.level_id
    LEFT JOIN wallet w ON w.member_id = m.id
    LEFT JOIN LATERAL (${PAYER_OF_WALLET} AND x.id <> w.id) payer ON true
    LEFT JOIN LATERAL (SELECT bool_and(coalesce(x.expires_on < $4::date, false)) AS all_cards FROM card x
                        WHERE x.member_id = m.id AND x.status = 'active') ended ON c.id IS NULL`;

// What a family card has spent today, and what left the wallet without its PIN, is read behind the locks: of two tills at
// once the second sees the first.
const MEMBER = `
  CASE WHEN b.member_id IS NOT NULL THEN json_build_object('id', b.member_id, 'walletId', b.wallet_id, 'levelId', b.level_id,
    'payRateBps', b.pay_rate_bps, 'pointsPerYuanBps', b.points_per_yuan_bps, 'homeStoreId', b.home_store_id, 'pinStamp', b.pin_stamp, 'benefitsRest', b.benefits_rest,
    'payerId', coalesce(b.payer_id, b.member_id), 'payerPinStamp', CASE WHEN b.payer_id IS NULL THEN b.pin_stamp ELSE b.payer_pin_stamp END,
    'familySpentCents', CASE WHEN b.payer_id IS NULL THEN 0 ELSE family_spent_cents(b.payer_id, b.member_id, $4::date) END,
    'withoutPinCents', without_pin_cents(coalesce(b.payer_id, b.member_id), $4::date)) END`;
const CARD = `
  CASE WHEN b.card_id IS NOT NULL THEN json_build_object('id', b.card_id, 'status', b.status, 'memberId', b.card_member_id,
    'walletId', b.card_wallet_id, 'storeId', b.card_store_id, 'dayLimitCents', b.day_limit_cents) END`;
const BUYERS_ACCOUNTS = `
  CASE WHEN b.member_id IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(
    jsonb_build_object('k', 'principal', 'o', coalesce(b.card_wallet_id, b.wallet_id), 'u', 'CNY'),
    jsonb_build_object('k', 'bonus', 'o', coalesce(b.card_wallet_id, b.wallet_id), 'u', 'CNY'),
    jsonb_build_object('k', 'points', 'o', b.member_id, 'u', 'PTS')) END`;

const texts = new Map<string, string>();

/** The kinds that a cart and its payment have. */
export interface KindsOfSale {
  lines: readonly SaleLineKind[];
  tenders: readonly TenderKind[];
}

/**
 * The first round trip of a sale: who buys, what the lines and the tenders ask for, and the ledger's accounts locked and
 * read, those of the buyer and those that the kinds name. One text for each set of kinds, so one prepared statement; another
 * where a line names who served. Tenders without facts of their own make no difference.
 */
export function checkoutFacts({ lines, tenders }: KindsOfSale, namesStaff: boolean): string {
  const asking = tenders.filter(({ facts }) => facts !== null);
  const kinds = [...lines, ...asking].map(({ kind }) => kind).join();
  const name = `${lines.length} ${kinds} ${namesStaff}`;
  const known = texts.get(name);
  if (known !== undefined) return known;
  const text = written({ lines, tenders: asking }, namesStaff);
  texts.set(name, text);
  return text;
}

function written({ lines, tenders }: KindsOfSale, namesStaff: boolean): string {
  let next = FIRST_OF_KINDS;
  const query = ({ kind, facts }: SaleLineKind | TenderKind, of: string) => ({
    kind,
    rows: `${of}_of_${kind}`,
    sql: facts?.sql({ ...PARAMS, asked: `$${next++}` }) ?? '',
  });
  const ofLines = lines.map((kind) => query(kind, 'lines'));
  const ofTenders = tenders.map((kind) => query(kind, 'tenders'));
  const all = [...ofLines, ...ofTenders];
  const facts = (of: typeof all) =>
    of.map(({ kind, rows }) => `'${kind}', (SELECT json_agg(facts) FROM ${rows})`).join(', ');
  const accounts = all.map(
    ({ rows }) =>
      `|| coalesce((SELECT jsonb_agg(account) FROM ${rows} WHERE account IS NOT NULL), '[]')`,
  );
  const served = namesStaff ? `ARRAY(${staffOfStore(`$${next}`, PARAMS.store)})` : "'{}'::bigint[]";
  return `
  WITH ${[`buyer AS MATERIALIZED (${BUYER})`, ...all.map(({ rows, sql }) => `${rows} AS MATERIALIZED (${sql})`)].join(',\n  ')}
  SELECT ${MEMBER} AS member, ${CARD} AS card, json_build_object(${facts(ofLines)}) AS lines, json_build_object(${facts(ofTenders)}) AS tenders,
         ${served} AS served, l.locked
    FROM buyer b, LATERAL (SELECT ledger.lock_and_read(${BUYERS_ACCOUNTS} ${accounts.join(' ')}, $4::date) AS locked) l`;
}
