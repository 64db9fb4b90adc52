/** What its conditions of segments are called. */
export default {
  'zh-CN': {
    segments: {
      fields: {
        hasCard: '有可用的会员卡',
        cardStatus: '会员卡状态',
        cardExpiry: '会员卡到期',
      },
    },
  },
  en: {
    segments: {
      fields: {
        hasCard: 'Has a card that works',
        cardStatus: 'Status of a card',
        cardExpiry: 'Card expires',
      },
    },
  },
};
