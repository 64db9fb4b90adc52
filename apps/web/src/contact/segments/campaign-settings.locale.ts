export default {
  'zh-CN': {
    settings: {
      keys: {
        sms: {
          quiet_from_hour: '安静时段从几点开始',
          quiet_to_hour: '安静时段到几点结束',
          price_per_part_mills: '每条短信的价格',
          per_second: '营销短信每秒最多发几条',
        },
      },
      hints: {
        sms: {
          quiet_from_hour:
            '按会员所属门店的时间；安静时段内营销短信等到结束再发。两个钟点相同则不设安静时段。',
          price_per_part_mills: '用于预估群发费用；45 厘即 0.045 元。',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        sms: {
          quiet_from_hour: 'Quiet hours begin at',
          quiet_to_hour: 'Quiet hours end at',
          price_per_part_mills: 'Price of one part',
          per_second: 'Advertising messages a second, at most',
        },
      },
      hints: {
        sms: {
          quiet_from_hour:
            'By the clock of the member’s store; advertising waits until the quiet hours end. Equal hours: never quiet.',
          price_per_part_mills: 'For the estimate before a bulk message; 45 is ¥0.045.',
        },
      },
    },
  },
};
