/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        wallet_debit: '储值消费通知',
        points_debit: '积分抵现通知',
        sale_void: '撤销消费通知',
      },
    },
    jobs: {
      topics: {
        'sale-posted': '通知：消费',
        'sale-voided': '通知：撤销消费',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        wallet_debit: 'Payment notice',
        points_debit: 'Notice of points that paid',
        sale_void: 'Voided sale',
      },
    },
    jobs: {
      topics: {
        'sale-posted': 'Notice: sale',
        'sale-voided': 'Notice: sale voided',
      },
    },
  },
};
