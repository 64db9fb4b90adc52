/** What is refused where points pay. */
export default {
  'zh-CN': {
    errors: {
      points: {
        pay_off: '本连锁不用积分付款。',
        pay_rests: '卡已过有效期，积分暂不能用；延期后恢复。',
        pay_steps: '积分要按 {step} 的整数倍使用。',
        worth_changed: '积分抵现的规则已变，请重新输入。',
        pays_too_much: '这笔最多用积分抵 {maxCents}。',
      },
    },
  },
  en: {
    errors: {
      points: {
        pay_off: 'The chain takes no points as money.',
        pay_rests: 'The card is past its last day: points rest until it is extended.',
        pay_steps: 'Points are used in multiples of {step}.',
        worth_changed: 'What points are worth has changed; enter them again.',
        pays_too_much: 'Points may pay at most {maxCents} of this sale.',
      },
    },
  },
};
