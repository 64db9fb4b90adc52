/** Who may be the same person: said at the desk and in the office. */
export default {
  'zh-CN': {
    desk: {
      own: { unknown: '未填' },
      duplicate: {
        title: '可能是同一个人：',
        serve: '就是这位',
        reasons: { phone: '手机号相同', name_and_birthday: '姓名读音和生日相同' },
      },
    },
  },
  en: {
    desk: {
      own: { unknown: 'Not given' },
      duplicate: {
        title: 'This may be the same person:',
        serve: 'It is them',
        reasons: {
          phone: 'the same phone',
          name_and_birthday: 'same sound of name, same birthday',
        },
      },
    },
  },
};
