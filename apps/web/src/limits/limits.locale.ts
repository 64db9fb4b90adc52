/** Prepaid limits, where value comes into a wallet: at the desk and in the office. */
export default {
  'zh-CN': {
    limits: {
      over: '{sum}，超过{who}上限 {limit}，超出 {over}。',
      registered: '实名会员',
      unregistered: '未实名会员',
      stop: '不能办理。',
      register: '登记实名',
      goOn: '已告知会员，继续办理',
    },
  },
  en: {
    limits: {
      over: '{sum}: {over} over the limit of {limit} for {who}.',
      registered: 'registered members',
      unregistered: 'members without a registered name',
      stop: 'It can’t be done.',
      register: 'Register the real name',
      goOn: 'The member was told; go on',
    },
  },
};
