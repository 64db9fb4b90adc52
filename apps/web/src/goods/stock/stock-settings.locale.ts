export default {
  'zh-CN': {
    settings: {
      keys: {
        stock: {
          allow_negative: '允许负库存',
        },
      },
      hints: {
        stock: {
          allow_negative: '关闭时，库存不足不能销售。',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        stock: {
          allow_negative: 'Allow negative stock',
        },
      },
      hints: {
        stock: {
          allow_negative: 'While off, what is short can’t be sold.',
        },
      },
    },
  },
};
