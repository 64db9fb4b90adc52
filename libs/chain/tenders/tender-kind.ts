import type { Declaration } from '#kernel';
import type { FileLanguage } from '#kernel/lists';
import { assertLocksNothing } from '#ledger';
import { TENDER_CODE } from './tender.rules.js';
import { nameKinds } from './tender-words.js';
import type { Component, OfferedTender, TenderKind } from './tender-kind.types.js';

const PARAMS = { store: '$1', businessDate: '$2', asked: '$3' };
const TENDER = 'tender:';

/** In the order of R3. */
let kinds: readonly TenderKind[] = [];

/** Says what a kind of tender is, with its types; `tenderKinds` in the manifest makes it known. */
export function defineTender<Facts, Terms>(
  declared: TenderKind<Facts, Terms>,
): TenderKind<Facts, Terms> {
  const { kind, code, facts, unit } = declared;
  if (!TENDER_CODE.test(kind) || (code !== null && !TENDER_CODE.test(code)))
    throw new Error(`not a kind of tender: ${kind}`);
  // Papers and the books tell it from money by its units.
  const isValue = declared.components(code ?? kind).some(({ figure }) => figure === 'other');
  if (isValue !== (unit !== null)) throw new Error(`what does ${kind} count?`);
  if (facts) assertLocksNothing(kind, facts.sql(PARAMS));
  return declared;
}

/** Kinds of tender that may pay a sale. */
export const tenderKinds =
  (...declared: TenderKind[]): Declaration =>
  () => {
    const others = kinds.filter(({ kind }) => declared.every((each) => each.kind !== kind));
    kinds = [...others, ...declared].sort((a, b) => a.order - b.order);
    nameKinds({ 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') });
  };

const wordsIn = (language: FileLanguage): Record<string, string> =>
  Object.fromEntries(
    declaredTenders().flatMap(({ code, words }) =>
      code && words ? [[code, words[language]]] : [],
    ),
  );

/** In the order of R3. */
export const declaredTenders = (): readonly TenderKind[] => kinds;

/** Codes that head office can give to no tender of its own. */
export const codesOfKinds = (): string[] => declaredTenders().flatMap(({ code }) => code ?? []);

/** Throws where nobody has declared what takes every other code. */
export function kindOfTender(code: string): TenderKind {
  const all = declaredTenders();
  const known = all.find((kind) => kind.code === code) ?? all.find((kind) => kind.code === null);
  if (!known) throw new Error(`no capability has declared the tender ${code}: apps/composition`);
  return known;
}

const figuresOf = (kind: TenderKind, code: string): string[] =>
  kind.components(code).map(({ figure }) => figure);

/** Whether it is taken and handed back as money. */
export const paysMoney = (code: string): boolean =>
  figuresOf(kindOfTender(code), code).every((figure) => figure === 'received');

const codesWhere = (is: (kind: TenderKind, code: string) => boolean): string[] =>
  declaredTenders().flatMap((kind) => (kind.code && is(kind, kind.code) ? [kind.code] : []));

/** Codes of what pays stored value, in principal and bonus. */
export const storedValueCodes = (): string[] =>
  codesWhere((kind, code) =>
    figuresOf(kind, code).some((figure) => figure === 'principal' || figure === 'bonus'),
  );

/** Codes of what counts in a unit of its own. */
export const codesInUnit = (unit: string): string[] => codesWhere((kind) => kind.unit === unit);

export interface TendersOfKind<Tender extends { tender: string } = OfferedTender> {
  kind: TenderKind;
  tenders: Tender[];
}

/** Tenders by their kinds, these in the order of R3. */
export function tendersByKind<Tender extends { tender: string }>(
  tenders: readonly Tender[],
): TendersOfKind<Tender>[] {
  return declaredTenders().flatMap((kind) => {
    const of = tenders.filter(({ tender }) => kindOfTender(tender) === kind);
    return of.length ? [{ kind, tenders: of }] : [];
  });
}

/** The component of a tender that is made of one part. */
export const componentOf = (code: string): string => `${TENDER}${code}`;

/** What a component is part of: the tender's code and kind, and its place in the order of R3. */
export function tenderOfComponent(
  component: string,
): Component & { kind: TenderKind; tender: string; place: number } {
  for (const [index, kind] of declaredTenders().entries()) {
    const tender =
      kind.code ?? (component.startsWith(TENDER) ? component.slice(TENDER.length) : null);
    const parts = tender === null ? [] : kind.components(tender);
    const at = parts.findIndex((each) => each.component === component);
    const part = parts[at];
    if (tender !== null && part) return { ...part, kind, tender, place: index * 100 + at };
  }
  throw new Error(`no capability has declared what pays ${component}: apps/composition`);
}
