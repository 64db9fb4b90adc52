export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          signature: '短信签名',
          opt_out_text: '营销短信结尾的退订文字',
        },
      },
      hints: {
        sms: {
          opt_out_text: '计入短信字数。',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          signature: 'Signature',
          opt_out_text: 'Opt-out text of advertising messages',
        },
      },
      hints: {
        sms: {
          opt_out_text: 'Counts as characters of the message.',
        },
      },
    },
  },
};
