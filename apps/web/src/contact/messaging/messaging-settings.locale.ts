export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          signature: '短信签名',
          on_top_up: '充值后发短信',
          on_wallet_debit: '储值或积分付款后发短信',
          on_withdrawal: '取款后发短信',
          on_transfer: '转账后发短信给双方',
          on_refund: '退款后发短信',
          on_adjustment: '调整余额后发短信',
          on_top_up_reversal: '撤销充值后发短信',
          on_sale_void: '撤销用储值付款的销售后发短信',
          on_sale_return: '退货退回储值后发短信',
          on_payout_reversal: '撤销取款、转账或退款后发短信',
          on_phone_change: '改手机号后发短信给原号码',
          on_identity: '更换实名证件后发短信',
          on_pin: '支付密码设置、重置或锁定后发短信',
          on_merge: '合并会员后发短信',
          on_card: '挂失或换卡后发短信',
          opt_out_text: '营销短信结尾的退订文字',
        },
      },
      hints: {
        sms: {
          opt_out_text: '计入短信字数。',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          signature: 'Signature',
          on_top_up: 'Message after a top-up',
          on_wallet_debit: 'Message after paying from stored value or by points',
          on_withdrawal: 'Message after a withdrawal',
          on_transfer: 'Message to both after a transfer',
          on_refund: 'Message after a refund of stored value',
          on_adjustment: 'Message after an adjustment',
          on_top_up_reversal: 'Message after a reversed top-up',
          on_sale_void: 'Message after a void that gives stored value back',
          on_sale_return: 'Message after a return that gives stored value back',
          on_payout_reversal: 'Message after a reversed withdrawal, transfer or refund',
          on_phone_change: 'Message to the old number when a phone is changed',
          on_identity: 'Message when a registered document is replaced',
          on_pin: 'Message when a PIN is set, reset or locked',
          on_merge: 'Message when two records are merged',
          on_card: 'Message when a card is lost or replaced',
          opt_out_text: 'Opt-out text of advertising messages',
        },
      },
      hints: {
        sms: {
          opt_out_text: 'Counts as characters of the message.',
        },
      },
    },
  },
};
