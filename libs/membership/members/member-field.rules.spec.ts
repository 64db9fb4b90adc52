import { checkedFields, fieldProblem, type FieldSpec } from './member-field.rules.js';

const field = (
  code: string,
  kind: FieldSpec['kind'],
  more: Partial<FieldSpec> = {},
): FieldSpec => ({
  code,
  kind,
  options: [],
  required: false,
  active: true,
  ...more,
});
const specs = [
  field('shoe', 'number'),
  field('pet', 'text'),
  field('since', 'date'),
  field('size', 'choice', { options: ['S', 'M', 'L'] }),
  field('vip', 'flag'),
  field('job', 'text', { required: true }),
  field('old', 'text', { active: false }),
];
const change = (given: object, before = {}) =>
  checkedFields(specs, given as Record<string, unknown>, before, { whole: false });

describe('custom fields of a member', () => {
  it('have no value that every object inherits', () => {
    const required = [field('constructor', 'text', { required: true })];
    expect(checkedFields(required, {}, {}, { whole: true }).refusals).toEqual([
      { code: 'constructor', rule: 'missing' },
    ]);
  });

  it.each([
    ['a number', { shoe: 42.5 }],
    ['a text', { pet: '猫' }],
    ['a date', { since: '2024-02-29' }],
    ['a choice', { size: 'M' }],
    ['a flag', { vip: false }],
  ])('take %s', (_, given) => {
    expect(change(given)).toEqual({ values: given, refusals: [] });
  });

  it.each([
    ['text where a number is asked', { shoe: '42' }],
    ['no number', { shoe: Number.NaN }],
    ['a day that does not exist', { since: '2023-02-29' }],
    ['a choice that is not offered', { size: 'XL' }],
    ['a flag that is a word', { vip: 'yes' }],
    ['a text too long', { pet: 'x'.repeat(201) }],
    ['a text with control characters', { pet: 'a\u0000b' }],
    ['an object', { pet: { a: 1 } }],
    ['a list', { size: ['M'] }],
  ])('refuse %s', (_, given) => {
    expect(change(given).refusals).toEqual([{ code: Object.keys(given)[0], rule: 'wrong' }]);
  });

  it('refuse a field that nobody defined, or that is no longer used', () => {
    expect(change({ hat: 1 }).refusals).toEqual([{ code: 'hat', rule: 'unknown' }]);
    expect(change({ old: 'x' }).refusals).toEqual([{ code: 'old', rule: 'unknown' }]);
    expect(change({ constructor: 'x' }).refusals).toEqual([
      { code: 'constructor', rule: 'unknown' },
    ]);
  });

  it('keep what was not sent, old fields too, and clear with null or nothing', () => {
    const before = { pet: '狗', old: 'x', shoe: 40 };
    expect(change({ pet: null, shoe: '' }, before).values).toEqual({ old: 'x' });
  });

  it('ask for what is required of a whole record, and wherever it is cleared', () => {
    expect(checkedFields(specs, {}, {}, { whole: true }).refusals).toEqual([
      { code: 'job', rule: 'missing' },
    ]);
    expect(change({ pet: '猫' }).refusals).toEqual([]);
    expect(change({ job: '  ' }, { job: '厨师' }).refusals).toEqual([
      { code: 'job', rule: 'missing' },
    ]);
  });

  it('a choice needs choices, each once', () => {
    expect(fieldProblem({ kind: 'choice', options: [] })).toBe('choices_missing');
    expect(fieldProblem({ kind: 'choice', options: ['a', 'a'] })).toBe('choices_doubled');
    expect(fieldProblem({ kind: 'text', options: [] })).toBeNull();
  });
});
