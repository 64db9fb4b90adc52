import { type LeftAfter, tendersByKind } from '#chain/tenders';
import type { Place, Told } from '#chain/notices';

/** A sale as one of those sees it whose value may have paid: the owner of the wallet, or the buyer. */
export interface DebitSide extends Told, Place {
  whose: 'wallet' | 'buyer';
  /** Paid with somebody else's card on the wallet. */
  familyCardNo: string | null;
  tenders: readonly { tender: string; cents: number; units: number | null }[];
  after: LeftAfter;
}

export type DebitKind = 'wallet_debit' | 'points_debit';
export type Debit = DebitSide & { kind: DebitKind; paid: string[] };

/** What each tender says that took from this side. */
const paidWords = ({ whose, tenders, after }: DebitSide): string[] =>
  tendersByKind(tenders).flatMap(({ kind: { proof, message }, tenders: paid }) =>
    proof === whose && message ? paid.map((each) => message(each, after)) : [],
  );

/** One message to each person, whatever of theirs paid; none to who paid money only. */
export function debitsOf(sides: readonly DebitSide[]): Debit[] {
  const debits: Debit[] = [];
  for (const side of sides) {
    const paid = paidWords(side);
    if (paid.length === 0) continue;
    const told = debits.find(({ memberId }) => memberId === side.memberId);
    if (told) told.paid.push(...paid);
    else
      debits.push({
        ...side,
        kind: side.whose === 'wallet' ? 'wallet_debit' : 'points_debit',
        paid,
      });
  }
  return debits;
}
