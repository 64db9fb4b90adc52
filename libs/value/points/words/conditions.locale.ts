/** What its conditions of segments are called. */
export default {
  'zh-CN': {
    segments: {
      fields: {
        points: '积分',
      },
    },
  },
  en: {
    segments: {
      fields: {
        points: 'Points',
      },
    },
  },
};
