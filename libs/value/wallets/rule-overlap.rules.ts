import { offersInForce, type TopUpOffer } from './top-up.rules.js';

type Placed = Pick<
  TopUpOffer,
  'levelId' | 'storeId' | 'startsOn' | 'endsOn' | 'payCents' | 'active'
>;

/**
 * Whether somebody could have both rules on one day for the same amount. Rules for other amounts don't meet: the
 * higher one that is reached is given.
 */
export function overlap(a: Placed, b: Placed): boolean {
  return (
    a.active &&
    b.active &&
    a.payCents === b.payCents &&
    (a.levelId === null || b.levelId === null || a.levelId === b.levelId) &&
    (a.storeId === null || b.storeId === null || a.storeId === b.storeId) &&
    (a.endsOn === null || b.startsOn <= a.endsOn) &&
    (b.endsOn === null || a.startsOn <= b.endsOn)
  );
}

/** Which other rules meet `rule`, and whether they win where both are in force. */
export function overlapsOf(
  rule: TopUpOffer,
  others: readonly TopUpOffer[],
): { id: number; name: string; wins: boolean }[] {
  return others
    .filter((other) => other.id !== rule.id && overlap(rule, other))
    .map((other) => ({ id: other.id, name: other.name, wins: better(rule, other) === other }));
}

function better(a: TopUpOffer, b: TopUpOffer): TopUpOffer | undefined {
  const place = {
    levelId: a.levelId ?? b.levelId ?? 0,
    storeId: a.storeId ?? b.storeId ?? 0,
    businessDate: a.startsOn > b.startsOn ? a.startsOn : b.startsOn,
  };
  return offersInForce([a, b], place)[0];
}

/** What is not a rule, whatever the database would take. */
export function ruleProblem(rule: {
  startsOn: string;
  endsOn?: string | null;
  givesNothing: boolean;
  grantsLevelId?: number | null;
}): 'ends_before_it_starts' | 'empty' | null {
  if (rule.endsOn && rule.endsOn < rule.startsOn) return 'ends_before_it_starts';
  return rule.givesNothing && !rule.grantsLevelId ? 'empty' : null;
}
