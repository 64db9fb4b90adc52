/** Tags, custom fields and things people say, for the demo's members. */
export const TAGS = [
  ['常客', 'green'],
  ['企业客户', 'blue'],
  ['老街坊', 'amber'],
  ['孕妈', 'violet'],
  ['需回访', 'red'],
  ['过敏体质', 'red'],
  ['附近上班', 'gray'],
] as const;

export const FIELDS = [
  { code: 'came_by', label: '得知渠道', kind: 'choice', options: ['朋友介绍', '路过', '点评', '小红书', '老客户'] },
  { code: 'job', label: '职业', kind: 'text', options: [] },
  { code: 'shoe_size', label: '鞋码', kind: 'number', options: [] },
  { code: 'anniversary', label: '纪念日', kind: 'date', options: [] },
  { code: 'has_car', label: '开车来', kind: 'flag', options: [] },
] as const;

export const JOBS = ['教师', '会计', '护士', '程序员', '退休', '店主', '设计师', '公务员', '司机', '学生'];

export const PREFERENCES = [
  '不吃香菜',
  '喜欢靠窗的座位',
  '少冰，三分糖',
  '头发细软，水温低一点',
  '只约周末上午',
  '发票开公司抬头',
];

export const CONTACTS = [
  ['phone', '问周末有没有位子，已约周六上午。'],
  ['phone', '提醒赠送金月底到期，说月底前会来。'],
  ['wechat', '发了新品价目表。'],
  ['visit', '对上次的服务有意见，已当面道歉并送小样。'],
  ['phone', '想给母亲也办一张卡，等本人来店。'],
  ['wechat', '转介绍了一位同事。'],
  ['sms', '没接电话，发了短信。'],
] as const;
