export default {
  'zh-CN': {
    settings: {
      keys: {
        session: {
          idle_minutes: '多久不操作就锁屏',
          absolute_hours: '登录最长时间',
          failures: '输错几次后限制登录',
          failure_minutes: '限制登录的时间',
        },
      },
      hints: {
        session: {
          failures: '同一账号在同一地址；正确的密码始终可以登录。',
        },
      },
    },
  },
  en: {
    settings: {
      keys: {
        session: {
          idle_minutes: 'Lock the screen after',
          absolute_hours: 'Longest session',
          failures: 'Lock sign-in after',
          failure_minutes: 'Lock sign-in for',
        },
      },
      hints: {
        session: {
          failures: 'Per account at one address; the right password always opens.',
        },
      },
    },
  },
};
