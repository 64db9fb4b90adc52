export default {
  'zh-CN': {
    settings: {
      keys: {
        card: {
          deposit_cents: '办卡押金',
          deposit_max_cents: '办卡押金最高',
          fee_cents: '办卡工本费',
          replace_fee_cents: '换卡工本费',
          valid_days: '新卡有效天数（0 为长期）',
          chain_prefix: '卡号前四位（全连锁）',
        },
        sms: {
          on_card: '挂失或换卡后发短信',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        card: {
          deposit_cents: 'Card deposit',
          deposit_max_cents: 'Card deposit, at most',
          fee_cents: 'Card fee',
          replace_fee_cents: 'Fee for a replacement',
          valid_days: 'New card valid for (days, 0: no end)',
          chain_prefix: 'First four digits of every card number',
        },
        sms: {
          on_card: 'Message when a card is lost or replaced',
        },
      },
    },
  },
};
