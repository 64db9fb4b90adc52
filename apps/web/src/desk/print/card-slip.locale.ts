/** A card's slip on paper. */
export default {
  'zh-CN': {
    desk: {
      cardSlip: {
        issue: '办卡收据',
        replacement: '换卡收据',
        deposit: '押金（退卡时退还）',
        fee: '工本费',
      },
    },
  },
  en: {
    desk: {
      cardSlip: {
        issue: 'Card receipt',
        replacement: 'Card replacement',
        deposit: 'Deposit (given back at closing)',
        fee: 'Fee',
      },
    },
  },
};
