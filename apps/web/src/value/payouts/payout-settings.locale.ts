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
        sms: {
          on_withdrawal: '取款后发短信',
          on_transfer: '转账后发短信给双方',
          on_refund: '退款后发短信',
          on_payout_reversal: '撤销取款、转账或退款后发短信',
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
        sms: {
          on_withdrawal: 'Message after a withdrawal',
          on_transfer: 'Message to both after a transfer',
          on_refund: 'Message after a refund of stored value',
          on_payout_reversal: 'Message after a reversed withdrawal, transfer or refund',
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
