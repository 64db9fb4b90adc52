/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        top_up: '充值通知',
        top_up_reversal: '撤销充值通知',
      },
    },
    jobs: {
      topics: {
        'wallet-topped_up': '通知：充值',
        'wallet-top_up_reversed': '通知：撤销充值',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        top_up: 'Top-up notice',
        top_up_reversal: 'Reversed top-up',
      },
    },
    jobs: {
      topics: {
        'wallet-topped_up': 'Notice: top-up',
        'wallet-top_up_reversed': 'Notice: top-up reversed',
      },
    },
  },
};
