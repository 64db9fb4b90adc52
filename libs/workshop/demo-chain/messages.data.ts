import type { SegmentFilter } from '#contact/segments';

/** Texts the demo chain sends to many. */
export const TEMPLATES = [
  { name: '生日祝福', body: '{姓名}生日快乐！生日前后 7 天到{门店}出示本短信，送甜品一份。' },
  { name: '店庆邀请', body: '{姓名}您好，本周六日店庆，{等级}专享满 200 减 30，恭候光临。' },
  { name: '久未到店回访', body: '{姓名}，好久不见！您在{门店}还有储值{余额}元，本月到店送小礼一份。' },
  { name: '积分提醒', body: '{姓名}您好，您有{积分}积分可兑换，详询{门店}。' },
] as const;

export interface DemoSegment {
  login: string;
  name: string;
  visibility: 'private' | 'shared';
  filter: SegmentFilter;
}

/** Questions the demo chain asks of its members. Levels: 3 gold, 4 diamond. */
export const SEGMENTS: readonly DemoSegment[] = [
  {
    login: 'head',
    name: '45 天没来的金卡、钻石卡',
    visibility: 'shared',
    filter: {
      match: 'all',
      conditions: [
        { field: 'level', op: 'any', values: [3, 4] },
        { field: 'lastVisit', op: 'over', days: 45 },
      ],
    },
  },
  {
    login: 'head',
    name: '7 天内过生日（公历和农历）',
    visibility: 'shared',
    filter: { match: 'all', conditions: [{ field: 'birthday', window: 'next', days: 7 }] },
  },
  {
    login: 'head',
    name: '储值 1000 元以上',
    visibility: 'shared',
    filter: { match: 'all', conditions: [{ field: 'walletCents', min: 1000_00 }] },
  },
  {
    login: 'head',
    name: '近 30 天消费满 500 元或来过 5 次',
    visibility: 'shared',
    filter: {
      match: 'any',
      conditions: [
        { field: 'spend', measure: 'sum', days: 30, min: 500_00 },
        { field: 'spend', measure: 'count', days: 30, min: 5 },
      ],
    },
  },
  {
    login: 'head',
    name: '入会两个月还没充值',
    visibility: 'private',
    filter: {
      match: 'all',
      conditions: [
        { field: 'joined', op: 'within', days: 60 },
        { field: 'lastTopUp', op: 'never' },
        { field: 'hasPhone', is: true },
      ],
    },
  },
  {
    login: 'manager',
    name: '人民路店愿意收短信的银卡',
    visibility: 'private',
    filter: {
      match: 'all',
      conditions: [
        { field: 'homeStore', op: 'any', values: [2] },
        { field: 'level', op: 'any', values: [2] },
        { field: 'smsMarketing', is: true },
      ],
    },
  },
];

export interface DemoCampaign {
  name: string;
  /** Of SEGMENTS. */
  segment: string;
  /** Of TEMPLATES. */
  template: string;
  /** Days before today, at ten in the morning; negative: still to come. */
  daysAgo: number;
}

export const CAMPAIGNS: readonly DemoCampaign[] = [
  { name: '店庆邀请', segment: '近 30 天消费满 500 元或来过 5 次', template: '店庆邀请', daysAgo: 9 },
  { name: '老会员回访', segment: '45 天没来的金卡、钻石卡', template: '久未到店回访', daysAgo: 4 },
  { name: '下周生日祝福', segment: '7 天内过生日（公历和农历）', template: '生日祝福', daysAgo: -1 },
];
