export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          on_sale_return: '退货退回储值后发短信',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          on_sale_return: 'Message after a return that gives stored value back',
        },
      },
    },
  },
};
