/** Points as something that is given. */
export default {
  'zh-CN': { grant: { points: '赠送积分' }, grantWords: { points: '送 {amount} 积分' } },
  en: { grant: { points: 'Points given' }, grantWords: { points: '{amount} points' } },
};
