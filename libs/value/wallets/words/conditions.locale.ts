/** What its conditions of segments are called. */
export default {
  'zh-CN': {
    segments: {
      fields: {
        walletCents: '储值总余额',
        principalCents: '本金余额',
        bonusCents: '赠送余额',
        debtCents: '欠款',
        lastTopUp: '最近一次充值',
        topUps: '充值',
      },
    },
  },
  en: {
    segments: {
      fields: {
        walletCents: 'Stored value in all',
        principalCents: 'Principal',
        bonusCents: 'Bonus',
        debtCents: 'Debt',
        lastTopUp: 'Last top-up',
        topUps: 'Top-ups',
      },
    },
  },
};
