/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        adjustment: '调整通知',
      },
    },
    jobs: {
      topics: {
        'wallet-adjusted': '通知：余额调整',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        adjustment: 'Adjustment notice',
      },
    },
    jobs: {
      topics: {
        'wallet-adjusted': 'Notice: balance adjusted',
      },
    },
  },
};
