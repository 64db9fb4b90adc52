/** What its conditions of segments are called. */
export default {
  'zh-CN': {
    segments: {
      fields: {
        lastVisit: '最近一次消费',
        spend: '消费',
      },
    },
  },
  en: {
    segments: {
      fields: {
        lastVisit: 'Last purchase',
        spend: 'Purchases',
      },
    },
  },
};
