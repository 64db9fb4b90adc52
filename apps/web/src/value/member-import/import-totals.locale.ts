export default {
  'zh-CN': {
    imports: {
      totals: {
        title: '整个文件的合计',
        file: '整个文件',
        ready: '将导入',
        known: '以前已导入',
        wrong: '有误，不导入',
        figures: {
          rows: '行数',
          principalCents: '本金',
          bonusCents: '赠送金',
          points: '积分',
          visits: '剩余次数',
          spendCents: '累计消费',
        },
        unread: '其中 {count} 行有金额或积分读不出来，不在合计里。',
      },
    },
  },
  en: {
    imports: {
      totals: {
        title: 'Totals of the whole file',
        file: 'Whole file',
        ready: 'To import',
        known: 'Imported before',
        wrong: 'Refused',
        figures: {
          rows: 'Rows',
          principalCents: 'Principal',
          bonusCents: 'Bonus',
          points: 'Points',
          visits: 'Visits',
          spendCents: 'Total spent',
        },
        unread: '{count} rows hold an amount or points that can’t be read: they are in no total.',
      },
    },
  },
};
