export default {
  'zh-CN': { desk: { lookup: { lastVisit: '{on} 来过' } } },
  en: { desk: { lookup: { lastVisit: 'last here {on}' } } },
};
