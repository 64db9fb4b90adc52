import type { GrantTerms } from '#chain/grants/rules';
import type { GrantScreen } from './grant-screen.js';

/** Every kind that can be given, in the order of papers. */
export const grantScreens: readonly GrantScreen[] = Object.values(
  import.meta.glob<{ grant: GrantScreen }>(
    '../{membership,goods,value,counter,contact}/*/*.grant.ts',
    { eager: true },
  ),
)
  .map(({ grant }) => grant)
  .sort((one, other) => one.order - other.order);

export interface ShownGift {
  screen: GrantScreen;
  terms: GrantTerms;
  amount: number;
}

const onceOf = (terms: GrantTerms, { figure }: GrantScreen): number => {
  const value: unknown = Reflect.get(terms, figure);
  return typeof value === 'number' ? value : 0;
};

/** What terms give so many times, in the order of papers. */
export const giftsOf = (gives: readonly GrantTerms[], times = 1): ShownGift[] =>
  grantScreens.flatMap((screen) => {
    const terms = gives.find(({ kind }) => kind === screen.kind);
    const amount = terms ? onceOf(terms, screen) * times : 0;
    return terms && amount > 0 ? [{ screen, terms, amount }] : [];
  });

/** What was given, in figures. */
export const givenFigures = (
  gave: readonly { kind: string; amount: number }[],
): { kind: string; figure: string }[] =>
  grantScreens.flatMap(({ kind, amount }) => {
    const given = gave.find((each) => each.kind === kind);
    return given ? [{ kind, figure: amount(given.amount) }] : [];
  });
