/** What a line without goods is called, for the screens and for the files; and how it is asked for at the till. */
export default {
  'zh-CN': {
    lineKinds: { quick: '快速消费' },
    quickSale: {
      key: '快速消费',
      about: '无商品',
      add: '快速消费',
      change: '修改快速消费',
      amount: '金额',
      category: '类别（可不选）',
      noCategory: '不分类',
      categoriesFailed: '类别没有取到，可以不选类别继续。',
      take: '加入',
      save: '修改',
    },
  },
  en: {
    lineKinds: { quick: 'Quick sale' },
    quickSale: {
      key: 'Quick sale',
      about: 'No goods',
      add: 'Quick sale',
      change: 'Change the quick sale',
      amount: 'Amount',
      category: 'Category (optional)',
      noCategory: 'None',
      categoriesFailed: 'The categories did not come; you can go on without one.',
      take: 'Add',
      save: 'Change',
    },
  },
};
