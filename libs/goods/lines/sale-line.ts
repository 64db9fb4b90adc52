import type { Declaration, InputKinds } from '#kernel';
import { type FileLanguage, registerWords } from '#kernel/lists';
import { assertLocksNothing } from '#ledger';
import type { LineInput } from './line-input.dto.js';
import type { AskedLine, PricedLine, ReturnedPart, SaleLineKind } from './sale-line.types.js';

const PRODUCT = 'product';
const PARAMS = { store: '$1', businessDate: '$2', asked: '$3' };

const kinds = new Map<string, SaleLineKind>();

/** Says what a kind of line is, with its types; `saleLines` in the manifest makes it known. */
export function defineSaleLine<Input extends LineInput, Facts, Line extends PricedLine, Terms>(
  declared: SaleLineKind<Input, Facts, Line, Terms>,
): SaleLineKind<Input, Facts, Line, Terms> {
  if (!/^[a-z][a-z_]*$/.test(declared.kind))
    throw new Error(`not a kind of line: ${declared.kind}`);
  assertLocksNothing(declared.kind, declared.facts.sql(PARAMS));
  return declared;
}

/** Kinds of line that a cart may have. */
export const saleLines =
  (...declared: SaleLineKind[]): Declaration =>
  () => {
    for (const kind of declared) kinds.set(kind.kind, kind);
    registerWords('lineKind', { 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') });
  };

const wordsIn = (language: FileLanguage): Record<string, string> =>
  Object.fromEntries([...kinds.values()].map(({ kind, words }) => [kind, words[language]]));

/** A line without a kind is a product, as all were once. Throws for a kind that nobody has declared. */
export function saleLineKind(kind: string | null | undefined): SaleLineKind {
  const known = kinds.get(kind ?? PRODUCT);
  if (!known) throw new Error(`no capability has declared the line ${kind}: apps/composition`);
  return known;
}

export const SALE_LINE_INPUTS: InputKinds = {
  name: 'SaleLineInput',
  classes: () => [...kinds.values()].map(({ input }) => input),
  classOf: (kind) => kinds.get(typeof kind === 'string' ? kind : PRODUCT)?.input,
};

export interface LinesOfKind {
  kind: SaleLineKind;
  lines: AskedLine[];
}

/** The lines of a request by their kinds, these in the order in which they were declared. */
export function linesByKind(inputs: readonly LineInput[]): LinesOfKind[] {
  const byKind = new Map<SaleLineKind, AskedLine[]>();
  for (const [at, input] of inputs.entries()) {
    const kind = saleLineKind(input.kind);
    const lines = byKind.get(kind) ?? [];
    byKind.set(kind, lines);
    lines.push({ at, input });
  }
  return [...kinds.values()].flatMap((kind) => {
    const lines = byKind.get(kind);
    return lines ? [{ kind, lines }] : [];
  });
}

/** The parts of a return by the kinds of their lines. */
export function partsByKind(
  parts: readonly ReturnedPart[],
): { kind: SaleLineKind; parts: ReturnedPart[] }[] {
  return linesByKind(parts.map(({ kind }) => ({ kind }))).map(({ kind, lines }) => ({
    kind,
    parts: lines.flatMap(({ at }) => parts[at] ?? []),
  }));
}
