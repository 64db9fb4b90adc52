export default {
  'zh-CN': {
    settings: {
      keys: {
        sale: {
          quick_discountable: '快速消费享受等级折扣',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sale: {
          quick_discountable: 'Level discount on quick sales',
        },
      },
    },
  },
};
