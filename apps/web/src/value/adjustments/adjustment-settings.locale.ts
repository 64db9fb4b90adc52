export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          on_adjustment: '调整余额后发短信',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          on_adjustment: 'Message after an adjustment',
        },
      },
    },
  },
};
