export default {
  'zh-CN': {
    settings: {
      keys: {
        receipt: {
          print: '收款后打印小票',
          footer: '小票底部文字',
        },
      },
      options: {
        ask: '询问',
        always: '总是打印',
      },
      optionsOf: {
        receipt: {
          print: {
            never: '不打印',
          },
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        receipt: {
          print: 'Print a receipt after payment',
          footer: 'Receipt footer',
        },
      },
      options: {
        ask: 'Ask',
        always: 'Always',
      },
      optionsOf: {
        receipt: {
          print: {
            never: 'Never',
          },
        },
      },
    },
  },
};
