/** What an open attempt may be, each with its words in attempts.locale.ts. */
export const ACTS = [
  'sale',
  'voidSale',
  'returnSale',
  'topUp',
  'reverseTopUp',
  'join',
  'withdraw',
  'transfer',
  'refund',
  'closeCard',
  'reversePayout',
  'adjust',
  'issueCard',
  'replaceCard',
  'reportLost',
  'unfreezeCard',
  'extendCard',
  'unbindCard',
  'cardDayLimit',
  'cardStock',
  'changeLevel',
  'mergeMembers',
  'eraseMember',
  'registerIdentity',
  'topUpRule',
  'campaign',
  'importFile',
  'openStock',
] as const;
export type Act = (typeof ACTS)[number];

/** The amount of a request, where it has one. */
export function amountOf(input: object | null | undefined): { amountCents?: number } {
  const amountCents = (input as { amountCents?: unknown } | null | undefined)?.amountCents;
  return typeof amountCents === 'number' ? { amountCents } : {};
}
