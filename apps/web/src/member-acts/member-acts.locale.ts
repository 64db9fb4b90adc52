/** The groups of what is done with a member, at the desk and in the office. */
export default {
  'zh-CN': {
    memberActs: {
      atTheTill: '请在收银台办理',
      groups: {
        value: '储值与积分',
        card: '会员卡',
        pin: '支付密码',
        record: '会员资料',
        end: '停用与注销',
      },
    },
  },
  en: {
    memberActs: {
      atTheTill: 'done at a till',
      groups: {
        value: 'Value and points',
        card: 'Cards',
        pin: 'PIN',
        record: 'Record',
        end: 'Closing',
      },
    },
  },
};
