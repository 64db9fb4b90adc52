/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        withdrawal: '取款通知',
        transfer_out: '转出通知',
        transfer_in: '转入通知',
        refund: '退款通知',
        payout_reversal: '撤销取款等通知',
        transfer_in_reversal: '撤销转入通知',
      },
    },
    jobs: {
      topics: {
        'wallet-withdrawn': '通知：取款',
        'wallet-transferred': '通知：转账',
        'wallet-refunded': '通知：退款',
        'wallet-payout_reversed': '通知：撤销取款与退款',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        withdrawal: 'Withdrawal notice',
        transfer_out: 'Transfer out',
        transfer_in: 'Transfer in',
        refund: 'Refund notice',
        payout_reversal: 'Reversed payout',
        transfer_in_reversal: 'Reversed transfer received',
      },
    },
    jobs: {
      topics: {
        'wallet-withdrawn': 'Notice: withdrawal',
        'wallet-transferred': 'Notice: transfer',
        'wallet-refunded': 'Notice: refund',
        'wallet-payout_reversed': 'Notice: payout reversed',
      },
    },
  },
};
