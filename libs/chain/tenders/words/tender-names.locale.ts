/** What tenders of money are called as they come, until head office renames them. */
export default {
  'zh-CN': {
    tender: {
      cash: '现金',
      bank_card: '银行卡',
      wechat: '微信',
      alipay: '支付宝',
      bank_transfer: '银行转账',
    },
  },
  en: {
    tender: {
      cash: 'Cash',
      bank_card: 'Bank card',
      wechat: 'WeChat Pay',
      alipay: 'Alipay',
      bank_transfer: 'Bank transfer',
    },
  },
};
