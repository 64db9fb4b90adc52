/** Records of changes; what they say is in the words of the audit log. */
export default {
  'zh-CN': {
    memberChange: {
      none: '还没有变更',
      reason: '原因：{reason}',
    },
  },
  en: {
    memberChange: {
      none: 'No change yet',
      reason: 'Reason: {reason}',
    },
  },
};
