/** What a member may be written or called for. The first is about their own acts, the others are advertising. */
export const CONSENT_CHANNELS = [
  'sms_service',
  'sms_marketing',
  'phone_marketing',
  'wechat_marketing',
  'email_marketing',
] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

export interface ConsentAnswer {
  channel: ConsentChannel;
  granted: boolean;
}

/** Before anybody was asked: messages about an act are on until refused, advertising is off until allowed. */
export const consentUnasked = (channel: ConsentChannel): boolean => channel === 'sms_service';

/** The answers that are new; the last one given for a channel counts. */
export function newAnswers(
  standing: ReadonlyMap<ConsentChannel, boolean>,
  given: readonly ConsentAnswer[],
): ConsentAnswer[] {
  const last = new Map(given.map(({ channel, granted }) => [channel, granted]));
  return [...last]
    .map(([channel, granted]) => ({ channel, granted }))
    .filter(
      ({ channel, granted }) => granted !== (standing.get(channel) ?? consentUnasked(channel)),
    );
}

/**
 * Consents after two records became one: allowed is only what both allow or one allows and the other was never asked
 * about. A refusal is never merged away.
 */
export function mergedConsents(
  survivor: ReadonlyMap<ConsentChannel, boolean>,
  merged: ReadonlyMap<ConsentChannel, boolean>,
): ConsentAnswer[] {
  return CONSENT_CHANNELS.flatMap((channel) => {
    const ours = survivor.get(channel);
    const theirs = merged.get(channel);
    if (theirs === undefined || theirs === ours) return [];
    if (ours === undefined || !theirs) return [{ channel, granted: theirs }];
    return [];
  });
}
