/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        sale_return: '退货通知',
      },
    },
    jobs: {
      topics: {
        'sale-returned': '通知：退货',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        sale_return: 'Return',
      },
    },
    jobs: {
      topics: {
        'sale-returned': 'Notice: return',
      },
    },
  },
};
