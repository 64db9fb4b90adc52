export default {
  'zh-CN': {
    audit: {
      title: '操作记录',
      search: '操作人、对象或原因',
      emptyHint: '重要操作（改设置、看手机号、挂失、撤销等）会记在这里。',
      at: '时间',
      who: '操作人',
      system: '系统',
      action: '操作',
      subject: '对象',
      changes: '变化',
      period: '日期',
    },
  },
  en: {
    audit: {
      title: 'Audit log',
      search: 'Person, subject or reason',
      emptyHint:
        'Acts that matter (settings changed, phones seen, cards reported lost, sales voided) are kept here.',
      at: 'Time',
      who: 'Who',
      system: 'System',
      action: 'Act',
      subject: 'About',
      changes: 'Change',
      period: 'Period',
    },
  },
};
