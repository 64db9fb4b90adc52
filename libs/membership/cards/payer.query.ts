import { PIN_STAMP } from '#membership/members';

/**
 * Whose wallet pays: a card names the wallet, and a wallet belongs to its owner. This is the only place that says so; a
 * lateral query beside a card `c`.
 */
export const PAYER_OF_WALLET = `
  SELECT m.id, coalesce(m.name, m.nickname) AS name, ${PIN_STAMP} AS pin_stamp
    FROM wallet x JOIN member m ON m.id = x.member_id WHERE x.id = c.wallet_id`;
