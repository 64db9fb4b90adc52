/** The roles that come with the product: for the screens and for the files. One made by a chain keeps its own name. */
export default {
  'zh-CN': {
    signIn: {
      roles: { head_office: '总部', manager: '店长', cashier: '收银员' },
    },
  },
  en: {
    signIn: {
      roles: { head_office: 'Head office', manager: 'Branch manager', cashier: 'Cashier' },
    },
  },
};
