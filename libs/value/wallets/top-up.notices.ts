import { declaredGrants } from '#chain/grants';
import { actorWords, balance, day, defineNotice, type Place, type Told } from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';

/** What an act gave or took: `own` where the addressee did it, not somebody with a family card. */
interface Gave {
  gave: readonly { kind: string; amount: number }[];
  own: boolean;
}
interface TopUpAct extends Told, Place, Gave {
  principalCents: number;
  balanceCents: number;
  /** Paid in with somebody else's card on the wallet. */
  familyCardNo: string | null;
}
interface ReversalAct extends Told, Place, Gave {
  principalCents: number;
  familyCardNo: string | null;
}

/** In words, each kind by its declaration. The owner of a wallet hears of what came into it; points are of whoever paid in. */
const givenWords = ({ gave, own }: Gave): string[] =>
  declaredGrants().flatMap(({ kind, storedValue, message }) => {
    const given = gave.find((each) => each.kind === kind);
    return given && given.amount > 0 && (own || storedValue) ? [message(given.amount)] : [];
  });

/** Of a top-up, or a reversal of one, in `t`, beside the wallet `w`. */
const gaveOf = (others: 'gave' | 'took'): string => `jsonb_build_array(
  jsonb_build_object('kind', 'bonus', 'amount', t.bonus_cents),
  jsonb_build_object('kind', 'points', 'amount', t.points)) || t.${others} AS gave, w.member_id = t.member_id AS own`;

const topUp = (sql: Sql, { topUpId }: { topUpId: number }): Promise<TopUpAct | undefined> =>
  sql.maybe(
    `SELECT w.member_id AS "memberId", CASE WHEN w.member_id <> t.member_id THEN c.card_no END AS "familyCardNo", t.store_id AS "storeId",
            t.business_date AS "businessDate", s.name AS "storeName", t.principal_cents AS "principalCents", ${gaveOf('gave')},
            t.principal_after_cents + t.bonus_after_cents AS "balanceCents",
            EXISTS (SELECT FROM ledger.reversal r WHERE r.reversed_entry_id = t.entry_id) AS voided
       FROM top_up t JOIN store s ON s.id = t.store_id JOIN wallet w ON w.id = t.wallet_id LEFT JOIN card c ON c.id = t.card_id WHERE t.id = $1`,
    [topUpId],
  );

const reversal = (sql: Sql, { id }: { id: number }): Promise<ReversalAct | undefined> =>
  sql.maybe(
    `SELECT w.member_id AS "memberId", t.store_id AS "storeId", t.business_date AS "businessDate", s.name AS "storeName",
            t.principal_cents AS "principalCents", ${gaveOf('took')}, CASE WHEN w.member_id <> t.member_id THEN c.card_no END AS "familyCardNo", false AS voided
       FROM top_up_reversal t JOIN store s ON s.id = t.store_id JOIN wallet w ON w.id = t.wallet_id JOIN top_up u ON u.id = t.top_up_id
       LEFT JOIN card c ON c.id = u.card_id WHERE t.id = $1`,
    [id],
  );

export function topUpText(
  act: Place &
    Gave & { principalCents: number; balanceCents: number; familyCardNo?: string | null },
): string {
  const given = givenWords(act)
    .map((words) => `，${words}`)
    .join('');
  return `${actorWords(act.familyCardNo)}${day(act.businessDate)}在${act.storeName}充值${yuan(act.principalCents)}元${given}，${balance(act.balanceCents)}`;
}

export function reversalText(
  act: Place & Gave & Pick<ReversalAct, 'principalCents' | 'familyCardNo'>,
): string {
  const words = givenWords(act);
  const taken = words.length ? `，当时${words.join('、')}已收回` : '';
  return `${actorWords(act.familyCardNo)}${day(act.businessDate)}在${act.storeName}撤销了一笔充值${yuan(act.principalCents)}元${taken}。`;
}

export const TOP_UP_NOTICES = [
  defineNotice({
    kind: 'top_up',
    topic: 'wallet.topped_up',
    setting: 'sms.on_top_up',
    security: false,
    find: topUp,
    text: topUpText,
  }),
  defineNotice({
    kind: 'top_up_reversal',
    topic: 'wallet.top_up_reversed',
    setting: 'sms.on_top_up_reversal',
    security: true,
    find: reversal,
    text: reversalText,
  }),
];
