import { moneyTender } from './money.tender.js';
import {
  componentOf,
  defineTender,
  kindOfTender,
  tenderKinds,
  tenderOfComponent,
  tendersByKind,
} from './tender-kind.js';
import type { TenderKind } from './tender-kind.types.js';

const aKind = (code: string, more: Partial<TenderKind> = {}): TenderKind => ({
  ...moneyTender,
  kind: code,
  code,
  words: { 'zh-CN': code, en: code },
  order: 20,
  unit: 'pieces',
  facts: null,
  components: () => [{ component: componentOf(code), figure: 'other' }],
  ...more,
});

it('takes no kind that locks rows beside ledger.lock_and_read, or counts nothing', () => {
  const facts = { asked: () => null, sql: () => 'SELECT 1 FROM coupon FOR UPDATE' };
  expect(() => defineTender(aKind('coupon', { facts }))).toThrow('lock');
  expect(() => defineTender(aKind('two words'))).toThrow('not a kind');
  expect(() => defineTender(aKind('coupon', { unit: null }))).toThrow('count');
  expect(() => defineTender({ ...moneyTender, unit: 'notes' })).toThrow('count');
});

it('finds the kind of every code and part; what is no money stands first', () => {
  tenderKinds(moneyTender, aKind('coupon'))();
  expect(kindOfTender('coupon').kind).toBe('coupon');
  expect(kindOfTender('meituan')).toBe(moneyTender);
  const groups = tendersByKind([{ tender: 'cash' }, { tender: 'coupon' }, { tender: 'wechat' }]);
  expect(groups.map(({ tenders }) => tenders.map(({ tender }) => tender))).toEqual([
    ['coupon'],
    ['cash', 'wechat'],
  ]);
  expect(tenderOfComponent('tender:coupon')).toMatchObject({ tender: 'coupon', figure: 'other' });
  expect(tenderOfComponent('tender:cash')).toMatchObject({ tender: 'cash', figure: 'received' });
  expect(() => tenderOfComponent('visits')).toThrow('apps/composition');
});
