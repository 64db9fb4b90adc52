/** Bonus as something that is given: its name, what it brings, and when. */
export default {
  'zh-CN': {
    grant: { bonus: '赠送金' },
    grantWords: {
      bonus: '送 {amount}',
      bonusInstalments: '分 {n} 期，首期 {first} 于 {on}',
      bonusParts: '分 {n} 期',
      bonusUntil: '有效至 {on}',
      bonusDays: '{n} 天有效',
      bonusLater: '分期到账',
    },
  },
  en: {
    grant: { bonus: 'Bonus' },
    grantWords: {
      bonus: '{amount} bonus',
      bonusInstalments: '{n} parts, first {first} on {on}',
      bonusParts: 'in {n} parts',
      bonusUntil: 'valid until {on}',
      bonusDays: 'valid {n} days',
      bonusLater: 'in instalments',
    },
  },
};
