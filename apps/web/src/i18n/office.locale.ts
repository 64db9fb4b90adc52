export default {
  'zh-CN': {
    nav: {
      label: '主菜单',
      open: '打开菜单',
      groups: { members: '会员', goods: '商品', business: '经营', system: '系统' },
    },
  },
  en: {
    nav: {
      label: 'Main menu',
      open: 'Open the menu',
      groups: { members: 'Members', goods: 'Goods', business: 'Business', system: 'System' },
    },
  },
};
