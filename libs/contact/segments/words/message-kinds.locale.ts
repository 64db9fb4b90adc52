/** What its messages are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        campaign: '群发',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        campaign: 'Bulk message',
      },
    },
  },
};
