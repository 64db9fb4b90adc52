/** What stands on a printed receipt. */
export default {
  'zh-CN': {
    desk: {
      receipt: {
        no: '小票号',
        time: '时间',
        by: '收银',
        card: '卡号',
        payer: '主卡会员',
        reprint: '重打',
        voided: '已撤销',
        topUp: '充值小票',
        reversedBy: '已撤销 {no}',
        principalAfter: '本金余额',
        bonusAfter: '赠送余额',
        thanks: '谢谢光临，欢迎下次再来',
        keep: '请妥善保管此小票',
      },
    },
  },
  en: {
    desk: {
      receipt: {
        no: 'No.',
        time: 'Time',
        by: 'Served by',
        card: 'Card',
        payer: 'Primary cardholder',
        reprint: 'REPRINT',
        voided: 'VOID',
        topUp: 'Top-up receipt',
        reversedBy: 'TAKEN BACK {no}',
        principalAfter: 'Principal balance',
        bonusAfter: 'Bonus balance',
        thanks: 'Thank you, see you again',
        keep: 'Please keep this receipt',
      },
    },
  },
};
