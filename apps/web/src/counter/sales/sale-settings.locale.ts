export default {
  'zh-CN': {
    settings: {
      keys: {
        sale: {
          rounding: '抹零',
        },
      },
      options: {
        none: '不抹零',
        down_jiao: '抹去分',
      },
    },
  },
  en: {
    settings: {
      keys: {
        sale: {
          rounding: 'Rounding',
        },
      },
      options: {
        none: 'None',
        down_jiao: 'Down to ¥0.1',
      },
    },
  },
};
