import { declaredGrants } from '#chain/grants';

/** What an act gave or took: `own` where the addressee did it, not somebody with a family card. */
export interface GaveFigures {
  gave: readonly { kind: string; amount: number }[];
  own: boolean;
}

/** In words, each kind by its declaration. The owner of a wallet hears of what came into it; points are of whoever paid in. */
export const givenWords = ({ gave, own }: GaveFigures): string[] =>
  declaredGrants().flatMap(({ kind, storedValue, message }) => {
    const given = gave.find((each) => each.kind === kind);
    return given && given.amount > 0 && (own || storedValue) ? [message(given.amount)] : [];
  });

const gaveOf = (table: string, others: string): string => `jsonb_build_array(
  jsonb_build_object('kind', 'bonus', 'amount', ${table}.bonus_cents),
  jsonb_build_object('kind', 'points', 'amount', ${table}.points)) || ${table}.${others} AS gave, w.member_id = ${table}.member_id AS own`;

/** Of a top-up, or a reversal of one, in `t`, beside the wallet `w`. */
export const GAVE_OF_TOP_UP = gaveOf('t', 'gave');
export const TAKEN_OF_TOP_UP = gaveOf('t', 'took');
