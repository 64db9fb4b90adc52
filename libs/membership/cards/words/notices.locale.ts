/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        card_lost: '挂失通知',
        card_replaced: '换卡通知',
        family_card: '副卡通知',
      },
    },
    jobs: {
      topics: {
        'card-lost': '通知：挂失',
        'card-replaced': '通知：换卡',
        'card-family': '通知：副卡',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        card_lost: 'Card lost',
        card_replaced: 'Card replaced',
        family_card: 'Family card',
      },
    },
    jobs: {
      topics: {
        'card-lost': 'Notice: card reported lost',
        'card-replaced': 'Notice: card replaced',
        'card-family': 'Notice: family card',
      },
    },
  },
};
