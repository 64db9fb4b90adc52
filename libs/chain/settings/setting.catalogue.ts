/** Every setting of the chain as data: type, default, limits. Amounts are cents, rates of time are whole numbers. */

interface WholeSpec {
  type: 'cents' | 'whole';
  group: SettingGroup;
  default: number;
  min: number;
  max: number;
  unit?:
    'minutes' | 'hours' | 'days' | 'years' | 'times' | 'mills' | 'oclock' | 'points' | 'percent';
}
interface FlagSpec {
  type: 'flag';
  group: SettingGroup;
  default: boolean;
}
interface ChoiceSpec<T extends string = string> {
  type: 'choice';
  group: SettingGroup;
  default: T;
  options: readonly T[];
}
interface TextSpec {
  type: 'text';
  group: SettingGroup;
  default: string;
  /** Characters. */
  max: number;
  pattern?: RegExp;
}

export type SettingGroup =
  | 'wallet'
  | 'points'
  | 'sale'
  | 'stock'
  | 'receipt'
  | 'session'
  | 'sms'
  | 'card'
  | 'approval'
  | 'limit';
export type SettingSpec = WholeSpec | FlagSpec | ChoiceSpec | TextSpec;

const choice = <const T extends string>(
  group: SettingGroup,
  fallback: NoInfer<T>,
  options: readonly T[],
): ChoiceSpec<T> => ({
  type: 'choice',
  group,
  default: fallback,
  options,
});
const flag = (group: SettingGroup, fallback: boolean): FlagSpec => ({
  type: 'flag',
  group,
  default: fallback,
});
const text = (group: SettingGroup, fallback: string, max: number, pattern?: RegExp): TextSpec => ({
  type: 'text',
  group,
  default: fallback,
  max,
  ...(pattern ? { pattern } : {}),
});
const cents = (group: SettingGroup, fallback: number, max: number): WholeSpec => ({
  type: 'cents',
  group,
  default: fallback,
  min: 0,
  max,
});
const whole = (
  group: SettingGroup,
  fallback: number,
  [min, max]: readonly [number, number],
  unit: WholeSpec['unit'],
): WholeSpec => ({ type: 'whole', group, default: fallback, min, max, unit });

export const SETTINGS = {
  /** Above this amount paid out of a wallet the PIN of whoever's wallet it is is asked. */
  'wallet.pin_limit_cents': cents('wallet', 200_00, 10_000_000_00),
  /** Money out of a wallet asks for its owner's PIN at every amount. */
  'wallet.payout_pin': flag('wallet', true),
  'wallet.spend_order': choice('wallet', 'proportional', [
    'proportional',
    'bonus_first',
    'principal_first',
  ]),
  /** What becomes of the giver's bonus in a transfer: void in the same ratio, or moved along. */
  'wallet.transfer_bonus': choice('wallet', 'void', ['void', 'move']),
  'points.expiry': choice('points', 'end_of_year', ['end_of_year', 'never', 'days']),
  /** End of the year that many years after the one they were earned in. */
  'points.expiry_years': whole('points', 1, [0, 10], 'years'),
  'points.expiry_days': whole('points', 365, [1, 3650], 'days'),
  /** Whether the part of a sale paid with bonus earns points. */
  'points.on_bonus': flag('points', false),
  /** 积分抵现: points pay at the till … */
  'points.pay': flag('points', false),
  /** … so many for a yuan … */
  'points.pay_per_yuan': whole('points', 100, [1, 100_000], 'points'),
  /** … in whole steps … */
  'points.pay_step': whole('points', 100, [1, 100_000], 'points'),
  /** … and no more of a sale than this. */
  'points.pay_percent': whole('points', 50, [1, 100], 'percent'),
  /** Whether the level lowers an amount without goods as it does goods. */
  'sale.quick_discountable': flag('sale', true),
  'sale.rounding': choice('sale', 'none', ['none', 'down_jiao']),
  'stock.allow_negative': flag('stock', false),
  'receipt.print': choice('receipt', 'ask', ['ask', 'always', 'never']),
  'receipt.footer': text('receipt', '', 200),
  'session.idle_minutes': whole('session', 30, [1, 1440], 'minutes'),
  'session.absolute_hours': whole('session', 12, [1, 168], 'hours'),
  /** Sign-in is slowed after this many failures of an account at one address … */
  'session.failures': whole('session', 5, [1, 100], 'times'),
  /** … within this time. */
  'session.failure_minutes': whole('session', 15, [1, 1440], 'minutes'),
  'sms.signature': text('sms', '熟客', 12),
  'sms.on_top_up': flag('sms', true),
  'sms.on_wallet_debit': flag('sms', true),
  'sms.on_withdrawal': flag('sms', true),
  'sms.on_transfer': flag('sms', true),
  'sms.on_refund': flag('sms', true),
  'sms.on_adjustment': flag('sms', true),
  'sms.on_top_up_reversal': flag('sms', true),
  'sms.on_sale_void': flag('sms', true),
  'sms.on_sale_return': flag('sms', true),
  'sms.on_payout_reversal': flag('sms', true),
  /** Tells the phone that was on the record before. */
  'sms.on_phone_change': flag('sms', true),
  /** Another document in place of the one that was registered. */
  'sms.on_identity': flag('sms', true),
  /** A PIN that was reset or locked. */
  'sms.on_pin': flag('sms', true),
  /** Two records that became one. */
  'sms.on_merge': flag('sms', true),
  /** A card that was reported lost or replaced. */
  'sms.on_card': flag('sms', true),
  /** Stands at the end of every advertising message. */
  'sms.opt_out_text': text('sms', '拒收请回复R', 20),
  /** No advertising from this hour in the evening … */
  'sms.quiet_from_hour': whole('sms', 21, [0, 23], 'oclock'),
  /** … until this one in the morning, by the clock of the member's store; equal hours: never quiet. */
  'sms.quiet_to_hour': whole('sms', 9, [0, 23], 'oclock'),
  /** Thousandths of a yuan for a part: a cent is too coarse for what gateways charge. */
  'sms.price_per_part_mills': whole('sms', 45, [0, 10_000], 'mills'),
  /** Advertising messages a second, of all workers together. */
  'sms.per_second': whole('sms', 10, [1, 500], 'times'),
  'card.deposit_cents': cents('card', 0, 1_000_00),
  /** No card is issued for more than this, or than the usual deposit where that is more. */
  'card.deposit_max_cents': cents('card', 100_00, 1_000_00),
  'card.fee_cents': cents('card', 0, 1_000_00),
  /** Numbers that nobody has, asked for within a minute; in an hour six times as many. */
  'card.misses_per_person': whole('card', 30, [5, 10_000], 'times'),
  'card.misses_per_till': whole('card', 60, [5, 10_000], 'times'),
  'card.misses_per_chain': whole('card', 600, [50, 1_000_000], 'times'),
  /** From these amounts an act needs a second person; 0 is always. */
  'approval.withdrawal_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.transfer_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.refund_from_cents': cents('approval', 0, 10_000_000_00),
  'approval.adjustment_from_cents': cents('approval', 0, 10_000_000_00),
  'approval.top_up_reversal_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.return_from_cents': cents('approval', 200_00, 10_000_000_00),
  /** A void or reversal after the end of the business day. */
  'approval.late_undo_from_cents': cents('approval', 0, 10_000_000_00),
  /** What one person gives on their own to one member, and to all, in a business day: from these sums a second person. */
  'approval.member_day_from_cents': cents('approval', 500_00, 10_000_000_00),
  'approval.staff_day_from_cents': cents('approval', 2_000_00, 10_000_000_00),
  /** A request waits so long for a decision, and an approval so long to be used. */
  'approval.request_minutes': whole('approval', 30, [1, 1440], 'minutes'),
  /** Prepaid cards of registered members: face value, bonus and unreleased bonus counted. */
  'limit.registered': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.registered_cents': cents('limit', 5_000_00, 10_000_000_00),
  'limit.unregistered': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.unregistered_cents': cents('limit', 1_000_00, 10_000_000_00),
  /** From this amount a company pays by bank transfer. */
  'limit.company_transfer': choice('limit', 'warn', ['off', 'warn', 'stop']),
  'limit.company_transfer_from_cents': cents('limit', 5_000_00, 10_000_000_00),
  /** Within so many days what is left of a top-up is paid back without conditions. */
  'limit.refund_days': whole('limit', 7, [0, 3650], 'days'),
  'card.replace_fee_cents': cents('card', 0, 1_000_00),
  /** How long the benefits of a new card last; 0: without end. */
  'card.valid_days': whole('card', 0, [0, 36_500], 'days'),
  /** The first four digits of every card number of the chain. */
  'card.chain_prefix': text('card', '6800', 4, /^\d{4}$/),
} as const satisfies Record<string, SettingSpec>;

export type SettingKey = keyof typeof SETTINGS;
type ValueOf<S> = S extends { type: 'flag' }
  ? boolean
  : S extends { type: 'choice'; options: readonly (infer T)[] }
    ? T
    : S extends { type: 'text' }
      ? string
      : number;
export type SettingValue<K extends SettingKey> = ValueOf<(typeof SETTINGS)[K]>;
export type AnySettingValue = string | number | boolean;

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

// As in every text of the API: no control characters, no halves of characters.
const CLEAN = /^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]*$/u;

/** Whether `value` may be stored under `key`. */
export function isSettingValue(key: SettingKey, value: unknown): value is AnySettingValue {
  const spec: SettingSpec = SETTINGS[key];
  switch (spec.type) {
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && spec.options.includes(value);
    case 'text':
      return (
        typeof value === 'string' &&
        value.length <= spec.max &&
        CLEAN.test(value) &&
        (spec.pattern?.test(value) ?? true)
      );
    default:
      return (
        Number.isSafeInteger(value) &&
        (value as number) >= spec.min &&
        (value as number) <= spec.max
      );
  }
}
