/** What its notices to members are called, for the screens and for the files. */
export default {
  'zh-CN': {
    messages: {
      kinds: {
        phone_changed: '更改手机号通知',
        identity_replaced: '更换实名证件通知',
        pin_set: '支付密码设置通知',
        pin_reset: '支付密码重置通知',
        pin_locked: '支付密码锁定通知',
      },
    },
    jobs: {
      topics: {
        'member-phone_changed': '通知：手机号变更',
        'member-identity_replaced': '通知：证件更换',
        'member-pin_set': '通知：支付密码设置',
        'member-pin_reset': '通知：支付密码重置',
        'member-pin_locked': '通知：支付密码锁定',
      },
    },
  },
  en: {
    messages: {
      kinds: {
        phone_changed: 'Phone changed',
        identity_replaced: 'Registered document replaced',
        pin_set: 'PIN set',
        pin_reset: 'PIN reset',
        pin_locked: 'PIN locked',
      },
    },
    jobs: {
      topics: {
        'member-phone_changed': 'Notice: phone changed',
        'member-identity_replaced': 'Notice: document replaced',
        'member-pin_set': 'Notice: PIN set',
        'member-pin_reset': 'Notice: PIN reset',
        'member-pin_locked': 'Notice: PIN locked',
      },
    },
  },
};
