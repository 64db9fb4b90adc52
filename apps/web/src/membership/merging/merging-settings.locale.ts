export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          on_merge: '合并会员后发短信',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          on_merge: 'Message when two records are merged',
        },
      },
    },
  },
};
