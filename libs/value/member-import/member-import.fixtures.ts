import type { FixtureCell } from '../../chain/imports/imports.fixtures.js';

/** A header and rows as a previous system exports them. */
export const OLD_HEADER = [
  '会员卡号',
  '会员姓名',
  '手机号码',
  '性别',
  '生日',
  '会员类别',
  '开卡门店',
  '开卡日期',
  '本金',
  '赠送金额',
  '积分',
  '累计消费',
  '卡状态',
  '密码',
  '备注',
];

/** One of them: a member with a card, level, store and balances. */
export function oldRow(
  number: number,
  changes: Partial<Record<(typeof OLD_HEADER)[number], FixtureCell>> = {},
): FixtureCell[] {
  const values: Record<string, FixtureCell> = {
    会员卡号: `8800${String(number).padStart(4, '0')}`,
    会员姓名: `王小${number}`,
    手机号码: `1990001${String(number).padStart(4, '0')}`,
    性别: number % 2 ? '男' : '女',
    生日: '1990-01-05',
    会员类别: '金卡',
    开卡门店: '人民路店',
    开卡日期: new Date('2024-06-01T00:00:00Z'),
    本金: 100.5,
    赠送金额: 20,
    积分: 300,
    累计消费: 1000,
    卡状态: '正常',
    密码: '123456',
    备注: null,
    ...changes,
  };
  return OLD_HEADER.map((header) => values[header] ?? null);
}
