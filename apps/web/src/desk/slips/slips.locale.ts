/** The receipts of the day. */
export default {
  'zh-CN': {
    desk: {
      slips: {
        title: '今日小票',
        filter: '输入小票号、会员',
        none: '今天还没有小票',
        view: '查看、重打或撤销',
        undo: '撤销',
        return: '退货',
        print: '重打小票',
        kinds: { sale: '消费', topUp: '充值' },
      },
    },
  },
  en: {
    desk: {
      slips: {
        title: 'Today’s receipts',
        filter: 'Receipt number or member',
        none: 'No receipts yet today',
        view: 'view, print again or undo',
        undo: 'Undo',
        return: 'Return',
        print: 'Print again',
        kinds: { sale: 'Sale', topUp: 'Top-up' },
      },
    },
  },
};
