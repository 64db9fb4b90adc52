/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    stores: {
      types: { head_office: '总部', branch: '门店' },
    },
  },
  en: {
    stores: {
      types: { head_office: 'Head office', branch: 'Branch' },
    },
  },
};
