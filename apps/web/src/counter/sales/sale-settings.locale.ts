export default {
  'zh-CN': {
    settings: {
      keys: {
        sale: {
          rounding: '抹零',
        },
        sms: {
          on_wallet_debit: '储值或积分付款后发短信',
          on_sale_void: '撤销用储值付款的销售后发短信',
        },
      },
      options: {
        none: '不抹零',
        down_jiao: '抹去分',
      },
    },
  },
  en: {
    settings: {
      keys: {
        sale: {
          rounding: 'Rounding',
        },
        sms: {
          on_wallet_debit: 'Message after paying from stored value or by points',
          on_sale_void: 'Message after a void that gives stored value back',
        },
      },
      options: {
        none: 'None',
        down_jiao: 'Down to ¥0.1',
      },
    },
  },
};
