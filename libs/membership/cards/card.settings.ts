import {
  flag,
  cents,
  onScreens,
  text,
  whole,
  type SettingSpecs,
  type Settled,
} from '#chain/settings';

export const CARD_SETTINGS = {
  'card.deposit_cents': onScreens('cardDepositCents', cents('card', 0, 1_000_00)),
  /** No card is issued for more than this, or than the usual deposit where that is more. */
  'card.deposit_max_cents': cents('card', 100_00, 1_000_00),
  'card.fee_cents': onScreens('cardFeeCents', cents('card', 0, 1_000_00)),
  'card.replace_fee_cents': onScreens('cardReplaceFeeCents', cents('card', 0, 1_000_00)),
  /** How long the benefits of a new card last; 0: without end. */
  'card.valid_days': whole('card', 0, [0, 36_500], 'days'),
  /** The first four digits of every card number of the chain. */
  'card.chain_prefix': text('card', '6800', 4, /^\d{4}$/),
  /** A card that was reported lost or replaced. */
  'sms.on_card': flag('sms', true),
} as const satisfies SettingSpecs;

declare module '#chain/settings' {
  interface DeclaredSettings extends Settled<typeof CARD_SETTINGS> {}
}
