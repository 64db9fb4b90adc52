import { auditChanges, type AuditWords } from './audit-changes.js';
import { AUDIT_TEXT } from './audit-text.js';

const zh = AUDIT_TEXT['zh-CN'].audit as unknown as Record<string, Record<string, unknown>>;
const find = (key: string): string | undefined => {
  const [, group = '', ...rest] = key.split('.');
  const word = zh[group]?.[rest.join('.')];
  return typeof word === 'string' ? word : undefined;
};
const words: AuditWords = {
  t: (key) => find(key) ?? { 'common.yes': '是', 'common.no': '否' }[key] ?? key,
  te: (key) => find(key) !== undefined,
  money: (cents) => (cents / 100).toFixed(2),
  quantity: (milli) => String(milli / 1000),
  rate: (bps) => `${bps / 100}%`,
  number: String,
  instant: (value) => value.slice(0, 16).replace('T', ' '),
  nameOf: (field, id) => (field === 'levelId' && id === 3 ? '金卡' : undefined),
};
const shown = (before: object | null, after: object | null) =>
  auditChanges({ before, after, subjectId: '1' }, words).map(
    (change) => `${change.label} ${change.before} → ${change.after}`,
  );

describe('a row of the audit log', () => {
  it('says amounts in yuan, yes and no, levels and choices by name', () => {
    expect(
      shown(
        { priceCents: 10_00, hasPin: false, levelId: 3, status: 'active' },
        { priceCents: 12_00, hasPin: true, levelId: 4, status: 'discontinued' },
      ),
    ).toEqual([
      '门店价 ¥10.00 → ¥12.00',
      '设有支付密码 否 → 是',
      '等级 金卡 → #4',
      '状态 正常 → 停售',
    ]);
  });

  it('says an adjustment in points or in yuan', () => {
    expect(
      shown({ kind: 'points', balance: 5 }, { kind: 'points', balance: 15, amount: 10 }),
    ).toEqual(['余额 5 → 15', '调整  → 10']);
    expect(
      shown({ kind: 'bonus', balance: 0 }, { kind: 'bonus', balance: 10_00, amount: 10_00 }),
    ).toEqual(['余额 ¥0.00 → ¥10.00', '调整  → ¥10.00']);
  });

  it('leaves out what nobody could read, and what stayed', () => {
    expect(shown({ name: '果汁', walletId: 7 }, { name: '果汁', walletId: 8 })).toEqual([]);
    expect(shown(null, { somethingNew: { deep: [1] } })).toEqual([]);
  });
});
