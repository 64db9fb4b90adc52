/** Prepaid limits, where value comes into a wallet: at the desk and in the office. */
export default {
  'zh-CN': {
    limits: {
      roomLeft: '还能充',
      register: '这位会员没有实名登记。登记后限额更高。',
      toMember: '去登记',
      goOn: '已提醒会员，继续办理',
    },
  },
  en: {
    limits: {
      roomLeft: 'Room left',
      register:
        'This member is not registered with a real name. Registered members have a higher limit.',
      toMember: 'Register',
      goOn: 'The member was told; go on',
    },
  },
};
