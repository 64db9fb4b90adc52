export default {
  'zh-CN': {
    settings: {
      keys: {
        card: {
          misses_per_person: '每人每分钟可查错的号码',
          misses_per_till: '每台每分钟可查错的号码',
          misses_per_chain: '全连锁每分钟可查错的号码',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        card: {
          misses_per_person: 'Numbers not found, per person and minute',
          misses_per_till: 'Numbers not found, per till and minute',
          misses_per_chain: 'Numbers not found, all stores, per minute',
        },
      },
    },
  },
};
