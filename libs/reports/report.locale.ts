import type { CardOriginCode, CardStatusCode, ReportLocale, SaleTender } from './report-words.js';

/** Every word of the reports, for the screen and for the files: by report, column, filter and code. */
export interface ReportText {
  reports: Record<string, string>;
  groups: Record<string, string>;
  columns: Record<string, string>;
  filters: Record<string, string>;
  options: Record<string, Record<string, string>>;
  /** Columns that mean something else in one report. */
  columnsOf: Record<string, Record<string, string>>;
  codes: {
    tender: Record<SaleTender, string>;
    cardStatus: Record<CardStatusCode, string>;
    cardOrigin: Record<CardOriginCode, string>;
  };
  flags: { true: string; false: string };
  file: {
    totals: string;
    rows: string;
    made: string;
    allStores: string;
    listSeparator: string;
    range: string;
    sheet: string;
  };
}

const zh: ReportText = {
  reports: {
    'consumption-detail': '消费明细',
    'member-list': '会员',
    'card-list': '会员卡',
    'segment-members': '人群名单',
  },
  groups: { sales: '销售', members: '会员' },
  columns: {
    businessDate: '营业日',
    at: '时间',
    receiptNo: '小票号',
    storeName: '门店',
    staffName: '收银员',
    memberName: '会员',
    tenders: '支付方式',
    listCents: '原价',
    discountCents: '优惠',
    dueCents: '应收',
    principalCents: '本金支付',
    bonusCents: '赠送金支付',
    receivedCents: '实收',
    pointsEarned: '获得积分',
    voided: '已作废',
    lineNo: '行',
    sku: '货号',
    productName: '商品',
    qtyMilli: '数量',
    unitPriceCents: '单价',
    payRateBps: '折扣',
    netCents: '折后金额',
    memberNo: '会员编号',
    name: '姓名',
    nickname: '昵称',
    phone: '手机号',
    levelName: '等级',
    homeStoreName: '归属门店',
    tags: '标签',
    cardCount: '卡数',
    points: '积分',
    registered: '已实名',
    lastVisitOn: '最近消费',
    joinedOn: '入会日期',
    origin: '来源',
    cardNo: '卡号',
    status: '状态',
    issuedOn: '发卡日',
    expiresOn: '到期日',
  },
  filters: {
    period: '营业日',
    stores: '门店',
    staff: '收银员',
    tender: '支付方式',
    member: '会员',
    status: '状态',
    level: '等级',
    homeStore: '归属门店',
    store: '发卡门店',
    tag: '标签',
    joined: '入会日期',
    cardStatus: '卡状态',
    origin: '来源',
    hasDebt: '有欠款',
    registered: '已实名',
    segment: '人群',
    q: '搜索',
  },
  options: { status: { all: '全部', valid: '有效', voided: '已作废' } },
  columnsOf: {
    'member-list': { principalCents: '本金', bonusCents: '赠送' },
    'segment-members': { principalCents: '本金', bonusCents: '赠送' },
    'card-list': { storeName: '发卡门店' },
  },
  codes: {
    tender: { wallet: '储值', cash: '现金', bank_card: '银行卡', wechat: '微信', alipay: '支付宝' },
    cardStatus: {
      in_stock: '库存',
      active: '正常',
      lost: '已挂失',
      replaced: '已换卡',
      closed: '已注销',
    },
    cardOrigin: { issued: '现制', stock: '预制', imported: '旧卡' },
  },
  flags: { true: '是', false: '' },
  file: {
    totals: '合计',
    rows: '共 {rows} 行',
    made: '生成于 {at}，{name}',
    allStores: '全部门店',
    listSeparator: '、',
    range: '{from} 至 {to}',
    sheet: '{title} {n}',
  },
};

const en: ReportText = {
  reports: {
    'consumption-detail': 'Consumption detail',
    'member-list': 'Members',
    'card-list': 'Cards',
    'segment-members': 'Members of a segment',
  },
  groups: { sales: 'Sales', members: 'Members' },
  columns: {
    businessDate: 'Business date',
    at: 'Time',
    receiptNo: 'Receipt',
    storeName: 'Store',
    staffName: 'Cashier',
    memberName: 'Member',
    tenders: 'Paid by',
    listCents: 'List',
    discountCents: 'Discount',
    dueCents: 'Due',
    principalCents: 'From principal',
    bonusCents: 'From bonus',
    receivedCents: 'Received',
    pointsEarned: 'Points earned',
    voided: 'Voided',
    lineNo: 'Line',
    sku: 'SKU',
    productName: 'Product',
    qtyMilli: 'Quantity',
    unitPriceCents: 'Unit price',
    payRateBps: 'Pay rate',
    netCents: 'Net',
    memberNo: 'Member no.',
    name: 'Name',
    nickname: 'Nickname',
    phone: 'Phone',
    levelName: 'Level',
    homeStoreName: 'Home store',
    tags: 'Tags',
    cardCount: 'Cards',
    points: 'Points',
    registered: 'Registered',
    lastVisitOn: 'Last visit',
    joinedOn: 'Joined',
    origin: 'Origin',
    cardNo: 'Card number',
    status: 'Status',
    issuedOn: 'Issued',
    expiresOn: 'Expires',
  },
  filters: {
    period: 'Business date',
    stores: 'Stores',
    staff: 'Cashier',
    tender: 'Paid by',
    member: 'Member',
    status: 'Status',
    level: 'Level',
    homeStore: 'Home store',
    store: 'Issued at',
    tag: 'Tag',
    joined: 'Joined',
    cardStatus: 'Card status',
    origin: 'Origin',
    hasDebt: 'In debt',
    registered: 'Registered',
    segment: 'Segment',
    q: 'Search',
  },
  options: { status: { all: 'All', valid: 'Valid', voided: 'Voided' } },
  columnsOf: {
    'member-list': { principalCents: 'Principal', bonusCents: 'Bonus' },
    'segment-members': { principalCents: 'Principal', bonusCents: 'Bonus' },
    'card-list': { storeName: 'Issued at' },
  },
  codes: {
    tender: {
      wallet: 'Stored value',
      cash: 'Cash',
      bank_card: 'Bank card',
      wechat: 'WeChat Pay',
      alipay: 'Alipay',
    },
    cardStatus: {
      in_stock: 'In stock',
      active: 'Active',
      lost: 'Lost',
      replaced: 'Replaced',
      closed: 'Closed',
    },
    cardOrigin: { issued: 'Made at issue', stock: 'Printed', imported: 'Old number' },
  },
  flags: { true: 'yes', false: '' },
  file: {
    totals: 'Total',
    rows: '{rows} rows',
    made: 'Made {at} by {name}',
    allStores: 'All stores',
    listSeparator: ', ',
    range: '{from} to {to}',
    sheet: '{title} {n}',
  },
};

export const REPORT_TEXT: Record<ReportLocale, ReportText> = { 'zh-CN': zh, en };

/** What a column is called in a report. */
export const columnTitle = (text: ReportText, reportId: string, columnId: string): string =>
  text.columnsOf[reportId]?.[columnId] ?? text.columns[columnId] ?? columnId;
