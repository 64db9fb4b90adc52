import { mergeRecord, withField } from './record-merge.js';

const opened = { name: '苹果汁', listPriceCents: 10_00, barcodes: ['6901234567892'] };

describe('a form and what somebody else saved meanwhile', () => {
  it('takes over the price of 12.00 where only the name was typed', () => {
    const mine = { ...opened, name: '鲜苹果汁' };
    expect(mergeRecord(opened, mine, { ...opened, listPriceCents: 12_00 })).toEqual({
      form: { ...mine, listPriceCents: 12_00 },
      changes: [{ field: 'listPriceCents', before: 10_00, now: 12_00, mine: 10_00, both: false }],
    });
  });

  it('keeps what was typed where both changed the same, and tells of the other', () => {
    const mine = { ...opened, listPriceCents: 11_00 };
    expect(mergeRecord(opened, mine, { ...opened, listPriceCents: 12_00 })).toEqual({
      form: mine,
      changes: [{ field: 'listPriceCents', before: 10_00, now: 12_00, mine: 11_00, both: true }],
    });
  });

  it('joins own fields one by one', () => {
    const before = { custom: { car: '沪A1', trade: '餐饮' } };
    const mine = { custom: { car: '沪A2', trade: '餐饮' } };
    const merged = mergeRecord(before, mine, { custom: { car: '沪A1', trade: '零售' } }, [
      'custom',
    ]);
    expect(merged.form).toEqual({ custom: { car: '沪A2', trade: '零售' } });
    expect(merged.changes.map(({ field, both }) => [field, both])).toEqual([
      ['custom.trade', false],
    ]);
    expect(withField(merged.form, 'custom.car', '沪A1')).toEqual({
      custom: { car: '沪A1', trade: '零售' },
    });
  });

  it('sets a part of a field that has a dot in its own name', () => {
    const form = { gives: 'x', 'gives.0': { points: 1 }, 'gives.1': { points: 2 } };
    expect(withField(form, 'gives.1.points', 9)['gives.1']).toEqual({ points: 9 });
  });

  it('has nothing to tell where both typed the same, or of what the form does not hold', () => {
    const mine = { ...opened, name: '果汁' };
    expect(mergeRecord(opened, mine, { name: '果汁', barcodes: ['6901234567892'] })).toEqual({
      form: mine,
      changes: [],
    });
  });
});
