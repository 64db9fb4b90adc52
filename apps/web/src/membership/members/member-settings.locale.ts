export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          on_phone_change: '改手机号后发短信给原号码',
          on_identity: '更换实名证件后发短信',
          on_pin: '支付密码设置、重置或锁定后发短信',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          on_phone_change: 'Message to the old number when a phone is changed',
          on_identity: 'Message when a registered document is replaced',
          on_pin: 'Message when a PIN is set, reset or locked',
        },
      },
    },
  },
};
