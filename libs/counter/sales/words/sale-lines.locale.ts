/** What a line of a sale is called: for the screens and for the files. */
export default {
  'zh-CN': { lineKinds: { product: '商品' } },
  en: { lineKinds: { product: 'Product' } },
};
