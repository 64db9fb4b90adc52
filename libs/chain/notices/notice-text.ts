import { yuan } from '#kernel/rules';

// Pieces that the texts of notices share. They are in the chain's language.

/** What most notices name. */
export interface Place {
  /** 'YYYY-MM-DD'. */
  businessDate: string;
  storeName: string;
}

export const day = (date: string): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
export const there = ({ businessDate, storeName }: Place): string =>
  `您${day(businessDate)}在${storeName}`;
export const tail = (cardNo: string): string => `尾号${cardNo.slice(-4)}`;
export const balance = (cents: number): string => `储值余额${yuan(cents)}元。`;
export const NOT_YOU = '如非本人操作，请尽快联系门店。';

/** Who did it: the member, or somebody else's card on their wallet. */
export const actorWords = (familyCardNo?: string | null): string =>
  familyCardNo ? `您的副卡（${tail(familyCardNo)}）` : '您';

export const signed = (signature: string, text: string): string =>
  signature ? `【${signature}】${text}` : text;

/**
 * The stored value of the wallet `w` as an entry left it, a piece of SQL: what was done since has a message of its own.
 */
export const balanceAfter = (entryId: string): string =>
  `(SELECT coalesce(sum(last.after_amount), 0)::bigint FROM ledger.account a
     CROSS JOIN LATERAL (SELECT g.after_amount FROM ledger.posting g WHERE g.account_id = a.id AND g.facet = 'balance' AND g.entry_id <= ${entryId}
                          ORDER BY g.version DESC LIMIT 1) last
    WHERE a.kind IN ('principal', 'bonus') AND a.owner_id = w.id)`;
