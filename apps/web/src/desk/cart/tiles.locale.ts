/** The tiles of the desk before anything is scanned. */
export default {
  'zh-CN': {
    desk: {
      tiles: {
        title: '常用商品',
        marked: '总部选定',
        sold: '本店近 30 天卖得最多',
        choose: '选择',
        or: '或扫第一件商品',
      },
    },
  },
  en: {
    desk: {
      tiles: {
        title: 'Favourites',
        marked: 'chosen by head office',
        sold: 'sold most here in the last 30 days',
        choose: 'choose',
        or: 'or scan the first item',
      },
    },
  },
};
