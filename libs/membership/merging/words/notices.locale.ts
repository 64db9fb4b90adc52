/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        merged: '会员合并',
      },
    },
    jobs: {
      topics: {
        'member-merged': '通知：会员合并',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        merged: 'Records merged',
      },
    },
    jobs: {
      topics: {
        'member-merged': 'Notice: records merged',
      },
    },
  },
};
