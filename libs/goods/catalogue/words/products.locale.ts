/** The words of the codes of products: for the screens and for the files. */
export default {
  'zh-CN': {
    catalogue: {
      kinds: { goods: '商品', service: '服务' },
      statuses: { active: '在售', discontinued: '停售' },
    },
  },
  en: {
    catalogue: {
      kinds: { goods: 'Goods', service: 'Service' },
      statuses: { active: 'On sale', discontinued: 'Discontinued' },
    },
  },
};
