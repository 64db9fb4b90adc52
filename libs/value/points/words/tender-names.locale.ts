/** What points are called where they pay. */
export default {
  'zh-CN': { tender: { points: '积分' } },
  en: { tender: { points: 'Points' } },
};
