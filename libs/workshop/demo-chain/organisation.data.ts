/** The demo chain: head office and six stores in two regions, fifteen people, four levels. */

export const STORES = [
  { id: 1, code: 'HO', name: '总部', type: 'head_office', region: '总部', cutoverHour: 0, address: '上海市黄浦区演示路 1 号 12 层', phone: '021-0000 0001' },
  { id: 2, code: 'RM', name: '人民路店', type: 'branch', region: '上海', cutoverHour: 5, address: '上海市黄浦区人民路 88 号', phone: '021-0000 0102' },
  { id: 3, code: 'BJ', name: '滨江店', type: 'branch', region: '上海', cutoverHour: 0, address: '上海市浦东新区滨江大道 1206 号', phone: '021-0000 0103' },
  { id: 4, code: 'XH', name: '徐汇店', type: 'branch', region: '上海', cutoverHour: 0, address: '上海市徐汇区衡山路 35 号', phone: '021-0000 0104' },
  { id: 5, code: 'HB', name: '湖滨店', type: 'branch', region: '杭州', cutoverHour: 0, address: '杭州市上城区湖滨路 20 号', phone: '0571-0000 0105' },
  { id: 6, code: 'WL', name: '武林店', type: 'branch', region: '杭州', cutoverHour: 0, address: '杭州市拱墅区武林路 116 号', phone: '0571-0000 0106' },
  { id: 7, code: 'CX', name: '城西店', type: 'branch', region: '杭州', cutoverHour: 0, address: '杭州市西湖区文二西路 588 号', phone: '0571-0000 0107' },
] as const;

/** How busy each branch is. */
export const STORE_WEIGHTS: readonly (readonly [number, number])[] = [[2, 24], [3, 20], [4, 16], [5, 17], [6, 13], [7, 10]];

/** [id, login, name, role, home store, stores] */
export const STAFF = [
  [1, 'head', '沈知远', 'head_office', 1, []],
  [2, 'finance', '顾文静', 'head_office', 1, []],
  [3, 'manager', '陈燕', 'manager', 2, [2, 3]],
  [4, 'cashier', '林晓', 'cashier', 2, [2]],
  [5, 'rm2', '郑洁', 'cashier', 2, [2]],
  [6, 'bj1', '吴昊', 'cashier', 3, [3]],
  [7, 'bj2', '徐蕾', 'cashier', 3, [3]],
  [8, 'xh-manager', '何建平', 'manager', 4, [4]],
  [9, 'xh1', '唐婉', 'cashier', 4, [4]],
  [10, 'hb-manager', '陆景', 'manager', 5, [5, 6]],
  [11, 'hb1', '孙倩', 'cashier', 5, [5]],
  [12, 'wl1', '周凯', 'cashier', 6, [6]],
  [13, 'cx-manager', '叶青', 'manager', 7, [7]],
  [14, 'cx1', '罗敏', 'cashier', 7, [7]],
  [15, 'float', '马骏', 'cashier', 4, [2, 4, 7]],
] as const;

/** Who sells at which store. */
export const SELLERS: Readonly<Record<number, readonly number[]>> = { 2: [4, 4, 5, 3], 3: [6, 7, 3], 4: [9, 15, 8], 5: [11, 10], 6: [12, 10], 7: [14, 15, 13] };

export const LEVELS = [
  { id: 1, code: 'regular', name: '普通卡', rank: 1, pay_rate_bps: 10_000, points_per_yuan_bps: 10_000 },
  { id: 2, code: 'silver', name: '银卡', rank: 2, pay_rate_bps: 9_500, points_per_yuan_bps: 10_000 },
  { id: 3, code: 'gold', name: '金卡', rank: 3, pay_rate_bps: 9_000, points_per_yuan_bps: 10_000 },
  { id: 4, code: 'diamond', name: '钻石卡', rank: 4, pay_rate_bps: 8_500, points_per_yuan_bps: 15_000 },
] as const;

/** Share of members per level, in the order of LEVELS. */
export const LEVEL_WEIGHTS: readonly (readonly [number, number])[] = [[1, 58], [2, 25], [3, 13], [4, 4]];

export const TOP_UP_RULES = [
  { id: 1, name: '充 500 送 30', pay_cents: 500_00, bonus_cents: 30_00, bonus_valid_days: 365, bonus_instalments: 1, points: 0, level_id: null },
  { id: 2, name: '充 1000 送 100，加 50 积分', pay_cents: 1000_00, bonus_cents: 100_00, bonus_valid_days: 365, bonus_instalments: 1, points: 50, level_id: null },
  { id: 3, name: '充 2000 送 260，分 3 个月到账', pay_cents: 2000_00, bonus_cents: 260_00, bonus_valid_days: 365, bonus_instalments: 3, points: 100, level_id: null },
  { id: 4, name: '钻石充 2000 送 400', pay_cents: 2000_00, bonus_cents: 400_00, bonus_valid_days: 540, bonus_instalments: 1, points: 200, level_id: 4 },
] as const;

/** Chain prefix 6800, then the store's range. */
export const CARD_RANGES: Readonly<Record<number, string>> = { 2: '68001027', 3: '68001031', 4: '68001044', 5: '68002051', 6: '68002066', 7: '68002070' };

export function storeOf(id: number) {
  const store = STORES.find((candidate) => candidate.id === id);
  if (!store) throw new RangeError(`no demo store ${id}`);
  return store;
}

/** Two tills a branch; the first takes the demo's sales. */
export function tillOf(storeId: number): number {
  return (storeId - 2) * 2 + 1;
}

/** What head office takes beside what came with the product: vouchers of a platform, and the card of the mall. */
export const OWN_TENDERS = [
  {
    code: 'meituan',
    ...{ name_zh: '美团券', name_en: 'Meituan voucher', till_key: '6', position: 60 },
    ...{ asks_reference: true, refundable: false, all_stores: true },
  },
  {
    code: 'mall_card',
    ...{ name_zh: '商场储值卡', name_en: 'Mall gift card', till_key: '7', position: 70 },
    ...{ asks_reference: true, refundable: true, all_stores: false },
    /** The two stores that stand in the mall. */
    stores: [2, 3],
  },
] as const;

/** How people pay, by weight. */
export const TENDERS: readonly (readonly [string, number])[] = [
  ['wechat', 46],
  ['alipay', 26],
  ['cash', 19],
  ['bank_card', 6],
  ['mall_card', 1],
  ['meituan', 2],
];
