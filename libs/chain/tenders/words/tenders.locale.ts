/** The words of codes: for the screens and for the files. */
export default {
  'zh-CN': {
    tenders: {
      states: { taken: '使用中', retired: '已停用' },
      places: { till: '收银台', bank: '银行往来' },
      closes: { counted: '清点', compared: '核对' },
    },
  },
  en: {
    tenders: {
      states: { taken: 'In use', retired: 'Retired' },
      places: { till: 'At a till', bank: 'From bank to bank' },
      closes: { counted: 'Counted', compared: 'Compared' },
    },
  },
};
