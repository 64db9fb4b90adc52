export default {
  'zh-CN': {
    settings: {
      keys: {
        wallet: {
          transfer_bonus: '转账时的赠送',
        },
        limit: {
          refund_days: '充值后多少天内可无条件退',
        },
      },
      hints: {
        wallet: {
          transfer_bonus: '转出本金时，同比例的赠送作废，还是随本金转给对方。',
        },
        limit: {
          refund_days: '每一笔充值分别计算。',
        },
      },
      options: {
        void: '同比例作废',
        move: '同比例转给对方',
      },
    },
  },
  en: {
    settings: {
      keys: {
        wallet: {
          transfer_bonus: 'Bonus in a transfer',
        },
        limit: {
          refund_days: 'Top-ups are refundable without conditions for',
        },
      },
      hints: {
        wallet: {
          transfer_bonus:
            'When principal is transferred, its share of the bonus is void or goes along.',
        },
        limit: {
          refund_days: 'Counted for each top-up by itself.',
        },
      },
      options: {
        void: 'Void in the same ratio',
        move: 'Goes along in the same ratio',
      },
    },
  },
};
