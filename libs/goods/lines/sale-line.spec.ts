import { defineSaleLine, linesByKind, saleLineKind, saleLines } from './sale-line.js';
import type { SaleLineKind } from './sale-line.types.js';

class Input {}

const aKind = (kind: string, sql = 'SELECT NULL AS facts, NULL AS account'): SaleLineKind => ({
  kind,
  words: { 'zh-CN': kind, en: kind },
  input: Input,
  terms: () => Promise.resolve(null),
  facts: { asked: () => null, sql: () => sql },
  price: () => [],
  plan: () => [],
  returnAccounts: () => [],
  returnParts: () => undefined,
});

it('takes no kind that locks rows beside ledger.lock_and_read', () => {
  for (const lock of ['FOR UPDATE', 'FOR NO KEY UPDATE', 'for share', 'FOR\n KEY SHARE'])
    expect(() => defineSaleLine(aKind('table', `SELECT 1 FROM session ${lock}`))).toThrow('lock');
  expect(() => defineSaleLine(aKind('two words'))).toThrow('not a kind');
});

it('groups lines by kind in the order of declaration; one without a kind is a product', () => {
  saleLines(aKind('product'), aKind('pass'))();
  const groups = linesByKind([{ kind: 'pass' }, {}, { kind: null }, { kind: 'pass' }]);
  expect(groups.map(({ kind, lines }) => [kind.kind, lines.map(({ at }) => at)])).toEqual([
    ['product', [1, 2]],
    ['pass', [0, 3]],
  ]);
  expect(() => saleLineKind('tea')).toThrow('apps/composition');
});
