/** The page that anybody may open: its words come with the application. */
export default {
  'zh-CN': {
    checkStatement: {
      title: '对账单查验',
      lead: '输入对账单上的验证码。这里不显示任何个人信息。',
      code: '验证码',
      closing: '纸面期末余额（选填）',
      closingHint: '填写后可核对纸面金额是否被改动。',
      check: '查验',
      genuine: '真实',
      genuineHint: '与账本一致。',
      changed: '不一致',
      changedHint: '账本现在的数字与打印时不同，请联系门店。',
      paperChanged: '纸面金额与打印时不同。',
      closingSame: '纸面期末余额与打印时相同。',
      facts: '期间 {from} 至 {to}，{lines} 笔，{at} 打印。',
      unknown: '没有这个验证码，请检查是否输错。',
    },
  },
  en: {
    checkStatement: {
      title: 'Check a statement',
      lead: 'Type the code of the statement. Nothing personal is shown here.',
      code: 'Code',
      closing: 'Closing balance on the paper (optional)',
      closingHint: 'With it the amount on the paper is compared too.',
      check: 'Check',
      genuine: 'Genuine',
      genuineHint: 'It agrees with the books.',
      changed: 'Does not agree',
      changedHint: 'The books no longer say what was printed. Ask the store.',
      paperChanged: 'The amount on the paper is not the one that was printed.',
      closingSame: 'The closing balance on the paper is the one that was printed.',
      facts: '{from} to {to}, {lines} entries, printed {at}.',
      unknown: 'There is no such code. Check for typing mistakes.',
    },
  },
};
