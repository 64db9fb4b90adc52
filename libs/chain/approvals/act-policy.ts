import type { SettingKey } from '#chain/settings';

/** How somebody shows that they are, or that the member is, at the counter and agrees. One of the listed ones is enough. */
export type Proof = 'pin' | 'document';

export interface ActPolicy {
  title: string;
  /** The commands that do it. */
  routes: readonly string[];
  /** The right to the act; the second person has it as well. */
  right: string;
  /** Whose value or card it is, and what they show. Above an amount of a business day, from an amount of the act, or always. */
  proof?: {
    of: string;
    by: readonly Proof[];
    above?: SettingKey;
    from?: SettingKey;
    /** While this switch is on: at every amount. */
    always?: SettingKey;
    /** Nothing need be shown where a second person agrees. */
    orSecond?: true;
  };
  /** Another person says yes: from an amount of a setting on, or when what is said in words is true. */
  second?: {
    from?: SettingKey;
    when?: string;
    /** It counts towards the limits of the day too. */ day?: true;
  };
  /** Why nobody is asked, or what else holds the act. */
  note?: string;
}

/** The rule is `needsSecond` of #membership/members. */
const FRESH = 'the PIN was set today';
const UNCOMPARED = 'the document is compared with nothing that somebody else wrote down';

/**
 * Every act on other people's value or cards: whose proof it needs and whose second yes. SECURITY.md is written from it
 * (`pnpm run security:table`), and the walk of proofs holds the API to it: a command that moves value without a row fails.
 */
export const ACT_POLICY = {
  'sale.create': {
    title: 'Sale paid from a wallet or by points',
    routes: ['POST /sales'],
    right: 'sale.create',
    proof: { of: 'whoever’s wallet pays', by: ['pin'], above: 'wallet.pin_limit_cents' },
    second: { when: FRESH },
    note: 'A family card without a limit asks for the owner’s PIN at every payment; points beside one for the holder’s.',
  },
  'sale.void': {
    title: 'Void of a sale',
    routes: ['POST /sales/:id/void'],
    right: 'sale.void',
    note: 'Value goes back to where it came from; the member is told. Later: see there.',
  },
  'sale.return': {
    title: 'Return of what was sold',
    routes: ['POST /sales/:id/returns'],
    right: 'sale.return',
    second: { from: 'approval.return_from_cents', day: true },
    note: 'Value goes back to where it came from, to the same tenders; the member is told. What came back of the sale before counts too.',
  },
  'wallet.top_up': {
    title: 'Top-up',
    routes: ['POST /members/:id/top-ups'],
    right: 'wallet.top_up',
    note: 'Money in: nothing is taken from anybody.',
  },
  'wallet.reverse_top_up': {
    title: 'Reversal of a top-up',
    routes: ['POST /top-ups/:id/reversal'],
    right: 'wallet.reverse_top_up',
    second: { from: 'approval.top_up_reversal_from_cents', day: true },
    note: 'The member is told. Later: see there.',
  },
  'wallet.withdraw': {
    title: 'Withdrawal',
    routes: ['POST /members/:id/withdrawals'],
    right: 'wallet.withdraw',
    proof: {
      of: 'the owner of the wallet',
      by: ['pin'],
      always: 'wallet.payout_pin',
      above: 'wallet.pin_limit_cents',
    },
    second: {
      from: 'approval.withdrawal_from_cents',
      when: `more than the paid ratio is paid; ${FRESH}`,
      day: true,
    },
  },
  'wallet.transfer': {
    title: 'Transfer to another member',
    routes: ['POST /members/:id/transfers'],
    right: 'wallet.transfer',
    proof: {
      of: 'the owner of the wallet',
      by: ['pin'],
      always: 'wallet.payout_pin',
      above: 'wallet.pin_limit_cents',
    },
    second: {
      from: 'approval.transfer_from_cents',
      when: `more than the paid ratio moves; ${FRESH}`,
      day: true,
    },
  },
  'wallet.refund': {
    title: 'Refund of a wallet',
    routes: ['POST /members/:id/wallet-refunds'],
    right: 'wallet.refund',
    proof: {
      of: 'the owner of the wallet',
      by: ['pin'],
      always: 'wallet.payout_pin',
      above: 'wallet.pin_limit_cents',
    },
    second: {
      from: 'approval.refund_from_cents',
      when: `a debt is waived, or nothing is paid for what is void; ${FRESH}`,
      day: true,
    },
    note: 'A member without a PIN shows a document, and a second person agrees.',
  },
  'wallet.reverse_payout': {
    title: 'Reversal of a withdrawal, transfer or refund',
    routes: ['POST /payouts/:id/reversal'],
    right: 'wallet.reverse_payout',
    note: 'Value goes back to where it came from; the member is told. Later: see there.',
  },
  'wallet.adjust': {
    title: 'Adjustment of a wallet',
    routes: ['POST /members/:id/wallet-adjustments'],
    right: 'wallet.adjust',
    second: { from: 'approval.adjustment_from_cents', day: true },
  },
  'points.adjust': {
    title: 'Adjustment of points',
    routes: ['POST /members/:id/points-adjustments'],
    right: 'points.adjust',
    second: { from: 'approval.adjustment_from_cents', day: true },
    note: 'A point counts as a hundredth of a yuan.',
  },
  'member.merge': {
    title: 'Merging two records',
    routes: ['POST /members/:id/merge'],
    right: 'member.merge',
    proof: {
      of: 'both records: both PINs, or one document for both',
      by: ['pin', 'document'],
      from: 'approval.transfer_from_cents',
    },
    second: { from: 'approval.transfer_from_cents', when: FRESH, day: true },
    note: 'The larger of both wallets counts. Both phones are told, and the PIN of the one who stays is set anew.',
  },
  'member.register': {
    title: 'Registration, with a first card and a first top-up',
    routes: ['POST /members'],
    right: 'member.register',
    note: 'A level other than the lowest asks for the right that changing a level needs.',
  },
  'member.set_level': {
    title: 'Level by hand',
    routes: ['POST /members/:id/level'],
    right: 'member.set_level',
    note: 'A reason is recorded.',
  },
  'member.set_pin': {
    title: 'First PIN',
    routes: ['POST /members/:id/pin'],
    right: 'member.change_pin',
    note: 'The member is told; on that business day it proves nothing alone.',
  },
  'member.change_pin': {
    title: 'Another PIN',
    routes: ['PUT /members/:id/pin'],
    right: 'member.change_pin',
    proof: { of: 'the member', by: ['pin'] },
  },
  'member.reset_pin': {
    title: 'PIN set anew for who forgot it',
    routes: ['POST /members/:id/pin/reset'],
    right: 'member.reset_pin',
    proof: { of: 'the member', by: ['document'] },
    second: { when: UNCOMPARED },
    note: 'The member is told.',
  },
  'member.register_identity': {
    title: 'Another document in place of the registered one',
    routes: ['PUT /members/:id/identity'],
    right: 'member.register_identity',
    proof: { of: 'the member', by: ['pin', 'document'], orSecond: true },
    second: {
      when: `nothing is shown, a document that is compared with nothing that somebody else wrote down, or ${FRESH}`,
    },
    note: 'The member is told. The first registration needs neither.',
  },
  'member.unlock_pin': {
    title: 'End of a PIN’s lock',
    routes: ['POST /members/:id/pin/unlock'],
    right: 'member.unlock_pin',
    note: 'The PIN stays, and is asked for as before.',
  },
  'member.erase': {
    title: 'Erasing a member',
    routes: ['POST /members/:id/erasing'],
    right: 'member.erase',
    note: 'Refused while anything of value remains; the name is typed.',
  },
  'card.issue': {
    title: 'Another card on the member’s own wallet',
    routes: ['POST /members/:id/cards'],
    right: 'card.issue',
    note: 'On somebody else’s wallet it is a family card: see there.',
  },
  'card.bind': {
    title: 'Family card: binding, another limit',
    routes: ['POST /cards/:cardNo/day-limit'],
    right: 'card.bind',
    proof: { of: 'the owner of the wallet', by: ['pin', 'document'] },
    second: { when: `a document was seen instead of the PIN, or ${FRESH}` },
    note: 'The owner is told.',
  },
  'card.unbind': {
    title: 'Family card: end of the binding',
    routes: ['POST /cards/:cardNo/unbinding'],
    right: 'card.report_lost',
    proof: { of: 'the owner of the wallet', by: ['pin', 'document'] },
    second: { when: `${UNCOMPARED}, or ${FRESH}` },
    note: 'The owner is told. Reported lost it stops without any proof.',
  },
  'card.report_lost': {
    title: 'Loss of a card',
    routes: ['POST /cards/:cardNo/lost'],
    right: 'card.report_lost',
    note: 'A lost card stops at once, whoever says so.',
  },
  'card.unfreeze': {
    title: 'A lost card was found',
    routes: ['POST /cards/:cardNo/unfreeze'],
    right: 'card.unfreeze',
    proof: {
      of: 'the member of the card; of a family card the owner',
      by: ['pin', 'document'],
    },
    second: { when: `${UNCOMPARED}, or ${FRESH}` },
  },
  'card.replace': {
    title: 'Replacement of a card',
    routes: ['POST /cards/:cardNo/replacement'],
    right: 'card.replace',
    proof: {
      of: 'the member of the card; of a lost family card the owner',
      by: ['pin', 'document'],
    },
    second: { when: `${UNCOMPARED}, or ${FRESH}` },
  },
  'card.extend': {
    title: 'Later last day of a card, or of many',
    routes: ['POST /cards/:cardNo/extension', 'POST /cards/extensions'],
    right: 'card.extend',
    note: 'Principal never ends with a card.',
  },
  'card.close': {
    title: 'Closing a card; the last one of a wallet with its refund',
    routes: ['POST /cards/:cardNo/closing'],
    right: 'card.close',
    proof: {
      of: 'the owner of the wallet',
      by: ['pin'],
      always: 'wallet.payout_pin',
      above: 'wallet.pin_limit_cents',
    },
    second: { from: 'approval.refund_from_cents', when: FRESH, day: true },
    note: 'One card of several: PIN or document of its member, and a second person as for a replacement. A deposit goes back as it was paid, and counts as money out.',
  },
  'undo.late': {
    title: 'Void or reversal after the end of the business day it was made on',
    routes: [],
    right: 'undo.late',
    second: { from: 'approval.late_undo_from_cents' },
    note: 'Besides the right to undo it on the same day. Head office has it, stores do not.',
  },
  'import.commit': {
    title: 'Taking over the members of a previous system',
    routes: ['POST /imports/:id/commit'],
    right: 'import.members',
    note: 'Totals of the file are typed and compared; whoever signs is named in the audit log.',
  },
} as const satisfies Record<string, ActPolicy>;

export type Act = keyof typeof ACT_POLICY;

/** Acts that ask for a second person from an amount on. */
export type ActWithLimit = {
  [A in Act]: (typeof ACT_POLICY)[A] extends { second: { from: SettingKey } } ? A : never;
}[Act];
