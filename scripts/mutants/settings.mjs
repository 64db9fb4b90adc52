// One setting read in place of another.
const SETTINGS = ['apps/api/src/walks/settings.walk'];

/** @type {import('./mutants.mjs').Mutant[]} */
export const SETTING_MUTANTS = [
  {
    name: 'settings: transfers ask from the amount of withdrawals',
    file: 'libs/chain/approvals/act-policy.ts',
    from: "second: {\n      from: 'approval.transfer_from_cents'",
    to: "second: {\n      from: 'approval.withdrawal_from_cents'",
    specs: SETTINGS,
  },
  {
    name: 'settings: the day of a member is that of the person who serves',
    file: 'libs/chain/approvals/day-limits.service.ts',
    from: "this.settings.get('approval.member_day_from_cents')",
    to: "this.settings.get('approval.staff_day_from_cents')",
    specs: SETTINGS,
  },
  {
    name: 'settings: companies are limited as members are',
    file: 'libs/value/wallets/prepaid-limits.service.ts',
    from: "fromCents: await this.settings.get('limit.company_transfer_from_cents')",
    to: "fromCents: await this.settings.get('limit.registered_cents')",
    specs: SETTINGS,
  },
  {
    name: 'settings: a replacement costs what an issue costs',
    file: 'libs/membership/cards/card-losses.service.ts',
    from: "this.settings.get('card.replace_fee_cents')",
    to: "this.settings.get('card.fee_cents')",
    specs: SETTINGS,
  },
  {
    name: 'settings: a withdrawal is told where refunds are',
    file: 'libs/value/payouts/payout.notices.ts',
    from: "setting: 'sms.on_withdrawal'",
    to: "setting: 'sms.on_refund'",
    specs: SETTINGS,
  },
  {
    name: 'settings: the till is stopped where a person is',
    file: 'libs/membership/member-search/lookup.throttle.ts',
    from: "till: limitOf(await this.settings.get('card.misses_per_till'))",
    to: "till: limitOf(await this.settings.get('card.misses_per_person'))",
    specs: SETTINGS,
  },
  {
    name: 'settings: points expire by years where days are set',
    file: 'libs/value/points/points.service.ts',
    from: "expiryDays: await settings.get('points.expiry_days')",
    to: "expiryDays: await settings.get('points.expiry_years')",
    specs: SETTINGS,
  },
];
