import type { Declaration, InputKinds } from '#kernel';
import type { Settings } from '#chain/settings';
import type { Gift, GrantKind } from './grant-kind.types.js';
import type { GrantTerms } from './grant.rules.js';

/** In the order of papers. */
let kinds: readonly GrantKind[] = [];

/** Says what can be given, with its types; `grantKinds` in the manifest makes it known. */
export function defineGrant<Terms extends GrantTerms, Rules>(
  declared: GrantKind<Terms, Rules>,
): GrantKind<Terms, Rules> {
  const { kind, account, rows } = declared;
  if (!/^[a-z][a-z_]*$/.test(kind)) throw new Error(`not a kind of grant: ${kind}`);
  const nobody = { memberId: 0, walletId: 0 };
  const isKept = account(nobody, { kind } as Terms) !== null;
  if (isKept === (rows !== null))
    throw new Error(`where is ${kind} kept: in an account or in rows?`);
  return declared;
}

/** Kinds that may be given. */
export const grantKinds =
  (...declared: GrantKind[]): Declaration =>
  () => {
    const others = kinds.filter(({ kind }) => declared.every((each) => each.kind !== kind));
    kinds = [...others, ...declared].sort((a, b) => a.order - b.order);
  };

/** In the order of papers. */
export const declaredGrants = (): readonly GrantKind[] => kinds;

/** Throws where nobody has declared it. */
export function grantKind(kind: string): GrantKind {
  const known = kinds.find((each) => each.kind === kind);
  if (!known) throw new Error(`no capability has declared the grant ${kind}: apps/composition`);
  return known;
}

/** For a list of terms in a request. */
export const GRANT_INPUTS: InputKinds = {
  name: 'GrantInput',
  classes: () => kinds.map(({ input }) => input),
  classOf: (kind) => kinds.find((each) => each.kind === kind)?.input,
};

/** How much these terms give once, in the unit of their kind. */
export function onceOf(terms: GrantTerms): number {
  const value: unknown = Reflect.get(terms, grantKind(terms.kind).figure);
  return typeof value === 'number' ? value : 0;
}

/** What terms give so many times, in the order of papers; what gives nothing is left out. */
export const giftsOf = (gives: readonly GrantTerms[], times: number): Gift[] =>
  kinds.flatMap(({ kind }) => {
    const terms = gives.find((each) => each.kind === kind);
    const amount = terms ? onceOf(terms) * times : 0;
    return terms && amount > 0 ? [{ terms, amount }] : [];
  });

/** What of the settings each kind decides by. */
export type GrantRules = ReadonlyMap<string, unknown>;

/** Read it before a transaction begins: settings have a connection of their own. */
export async function grantRules(settings: Settings): Promise<GrantRules> {
  const read = kinds.map(async ({ kind, rules }) => [kind, await rules(settings)] as const);
  return new Map(await Promise.all(read));
}
