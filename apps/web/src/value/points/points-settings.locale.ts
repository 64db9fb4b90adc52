export default {
  'zh-CN': {
    settings: {
      keys: {
        points: {
          expiry: '积分到期方式',
          expiry_years: '几年后的年底到期',
          expiry_days: '多少天后到期',
          on_bonus: '赠送支付的部分也积分',
          pay: '积分可以抵现',
          pay_per_yuan: '多少积分抵 1 元',
          pay_step: '每次用多少积分的整数倍',
          pay_percent: '一笔最多抵应收的',
        },
      },
      hints: {
        points: {
          on_bonus: '关闭时，只有真正付的钱和本金积分。',
          pay: '收银台可以用会员的积分付款；抵掉的部分不再积分，退货时退还积分。',
          pay_per_yuan: '不足一分的不抵。',
          pay_percent: '余下的用其他方式支付。',
        },
      },
      options: {
        end_of_year: '年底到期',
        never: '永不到期',
        days: '按天数',
      },
    },
  },
  en: {
    settings: {
      keys: {
        points: {
          expiry: 'Points expire',
          expiry_years: 'End of which later year',
          expiry_days: 'After how many days',
          on_bonus: 'Points also on the bonus part',
          pay: 'Points pay at the till',
          pay_per_yuan: 'How many points are worth 1 yuan',
          pay_step: 'Points are used in multiples of',
          pay_percent: 'At most of what is due',
        },
      },
      hints: {
        points: {
          on_bonus: 'While off, only money and principal earn points.',
          pay: 'A member’s points pay at the till; what they pay earns nothing, and a return gives them back.',
          pay_per_yuan: 'What is left of a cent pays nothing.',
          pay_percent: 'The rest is paid another way.',
        },
      },
      options: {
        end_of_year: 'At the end of a year',
        never: 'Never',
        days: 'After some days',
      },
    },
  },
};
