import { defineNotice, NOT_YOU, tail, type Told } from '#chain/notices';
import type { Sql } from '#kernel';
import { yuan } from '#kernel/rules';
import type { FamilyEvent } from './payer.rules.js';

interface CardAct extends Told {
  storeName: string;
  cardNo: string;
  newCardNo: string | null;
}
interface FamilyCardAct extends CardAct {
  holderName: string;
  dayLimitCents: number | null;
}

const NEXT_CARD =
  '(SELECT n.card_no FROM card n WHERE n.replaces_card_id = c.id ORDER BY n.id DESC LIMIT 1) AS "newCardNo"';

/** A card with the one that followed it, if any. */
const cardAt = (
  sql: Sql,
  { cardId, storeId = null }: { cardId: number; storeId?: number | null },
): Promise<CardAct | undefined> =>
  sql.maybe(
    `SELECT c.member_id AS "memberId", s.id AS "storeId", s.name AS "storeName", c.card_no AS "cardNo", ${NEXT_CARD}, m.status <> 'active' AS voided
       FROM card c JOIN member m ON m.id = c.member_id JOIN store s ON s.id = coalesce($2::bigint, c.store_id) WHERE c.id = $1`,
    [cardId, storeId],
  );

/** Somebody's card, as the owner of the wallet it spends (or spent) reads of it. */
const familyCard = (
  sql: Sql,
  of: { cardId: number; ownerId: number; storeId: number },
): Promise<FamilyCardAct | undefined> =>
  sql.maybe(
    `SELECT m.id AS "memberId", s.id AS "storeId", s.name AS "storeName", c.card_no AS "cardNo", coalesce(h.name, h.nickname) AS "holderName",
            c.day_limit_cents AS "dayLimitCents", ${NEXT_CARD}, m.status <> 'active' AS voided
       FROM card c JOIN member h ON h.id = c.member_id, member m, store s WHERE c.id = $1 AND m.id = $2 AND s.id = $3`,
    [of.cardId, of.ownerId, of.storeId],
  );

function familyText(act: FamilyCardAct & { event: FamilyEvent }): string {
  const card = `副卡（${tail(act.cardNo)}，${act.holderName}）`;
  const terms =
    act.dayLimitCents === null
      ? '每次支付需您的支付密码'
      : `每日最多用${yuan(act.dayLimitCents)}元`;
  const what: Record<FamilyEvent, string> = {
    bound: `您的储值账户已在${act.storeName}绑定${card}，${terms}。${NOT_YOU}`,
    limit: `您的${card}已在${act.storeName}改为${terms}。${NOT_YOU}`,
    lost: `您的${card}已在${act.storeName}挂失。`,
    unfrozen: `您的${card}已在${act.storeName}解挂，恢复使用。${NOT_YOU}`,
    replaced: `您的${card}已在${act.storeName}换为${tail(act.newCardNo ?? '')}的新卡。${NOT_YOU}`,
    unbound: `您的${card}已在${act.storeName}解除绑定，不再使用您的储值。`,
  };
  return what[act.event];
}

export const CARD_NOTICES = [
  defineNotice({
    kind: 'card_lost',
    topic: 'card.lost',
    setting: 'sms.on_card',
    security: true,
    find: cardAt,
    text: (act) => `您${tail(act.cardNo)}的会员卡已在${act.storeName}挂失。${NOT_YOU}`,
  }),
  defineNotice({
    kind: 'card_replaced',
    topic: 'card.replaced',
    setting: 'sms.on_card',
    security: true,
    async find(sql, payload: { cardId: number; storeId?: number | null }) {
      const act = await cardAt(sql, payload);
      return act?.newCardNo ? act : undefined;
    },
    text: (act) =>
      `您${tail(act.cardNo)}的会员卡已在${act.storeName}换为${tail(act.newCardNo ?? '')}的新卡，余额不变。`,
  }),
  // The owner of a wallet hears of every change of somebody else's card on it.
  defineNotice({
    kind: 'family_card',
    topic: 'card.family',
    setting: 'sms.on_card',
    security: true,
    async find(
      sql,
      { event, ...of }: { event: FamilyEvent; cardId: number; ownerId: number; storeId: number },
    ) {
      const act = await familyCard(sql, of);
      return act && { ...act, event };
    },
    text: familyText,
  }),
];
