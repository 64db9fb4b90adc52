/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    segments: {
      visibilities: { private: '仅自己', shared: '大家共享' },
      whoses: { mine: '我创建的', shared: '别人共享的' },
    },
  },
  en: {
    segments: {
      visibilities: { private: 'Only me', shared: 'Everybody' },
      whoses: { mine: 'Mine', shared: 'Shared by others' },
    },
  },
};
