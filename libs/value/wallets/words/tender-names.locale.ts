/** What stored value is called where it pays. */
export default {
  'zh-CN': { tender: { wallet: '储值' } },
  en: { tender: { wallet: 'Stored value' } },
};
