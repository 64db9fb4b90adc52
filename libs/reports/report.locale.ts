import type { ReportLocale, SaleTender } from './report-words.js';

/** Every word of the reports, for the screen and for the files: by report, column, filter and code. */
export interface ReportText {
  reports: Record<string, string>;
  groups: Record<string, string>;
  columns: Record<string, string>;
  filters: Record<string, string>;
  options: Record<string, Record<string, string>>;
  tenders: Record<SaleTender, string>;
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
  reports: { 'consumption-detail': '消费明细' },
  groups: { sales: '销售' },
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
  },
  filters: {
    period: '营业日',
    stores: '门店',
    staff: '收银员',
    tender: '支付方式',
    member: '会员',
    status: '状态',
  },
  options: { status: { all: '全部', valid: '有效', voided: '已作废' } },
  tenders: { wallet: '储值', cash: '现金', bank_card: '银行卡', wechat: '微信', alipay: '支付宝' },
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
  reports: { 'consumption-detail': 'Consumption detail' },
  groups: { sales: 'Sales' },
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
  },
  filters: {
    period: 'Business date',
    stores: 'Stores',
    staff: 'Cashier',
    tender: 'Paid by',
    member: 'Member',
    status: 'Status',
  },
  options: { status: { all: 'All', valid: 'Valid', voided: 'Voided' } },
  tenders: {
    wallet: 'Stored value',
    cash: 'Cash',
    bank_card: 'Bank card',
    wechat: 'WeChat Pay',
    alipay: 'Alipay',
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
