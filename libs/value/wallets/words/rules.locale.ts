/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    topUpRules: {
      state: { planned: '未开始', running: '进行中', ended: '已结束' },
    },
  },
  en: {
    topUpRules: {
      state: { planned: 'Planned', running: 'Running', ended: 'Ended' },
    },
  },
};
