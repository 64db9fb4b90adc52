import { mulDivRoundHalfUp } from '#kernel/rules';

export const CAMPAIGN_STATUSES = [
  'scheduled',
  'running',
  'paused',
  'done',
  'cancelled',
  'failed',
] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export const CAMPAIGN_ACTS = ['pause', 'resume', 'cancel', 'retry'] as const;
export type CampaignAct = (typeof CAMPAIGN_ACTS)[number];

/** What may be done with a campaign that stands so, and where it leads. Read by the server and the screen. */
export const CAMPAIGN_TRANSITIONS: Readonly<
  Record<CampaignStatus, Partial<Record<CampaignAct, CampaignStatus>>>
> = {
  scheduled: { pause: 'paused', cancel: 'cancelled' },
  running: { pause: 'paused', cancel: 'cancelled' },
  paused: { resume: 'scheduled', cancel: 'cancelled' },
  done: { retry: 'running' },
  cancelled: {},
  failed: { resume: 'scheduled', cancel: 'cancelled' },
};

/** Where an act leads from `status`; undefined where it is not possible. */
export function afterAct(status: CampaignStatus, act: CampaignAct): CampaignStatus | undefined {
  return CAMPAIGN_TRANSITIONS[status][act];
}

/** Cents of so many parts at a price in thousandths of a yuan, half up. */
export const costCents = (parts: number, priceMills: number): number =>
  mulDivRoundHalfUp(parts, priceMills, 10);

export interface Hours {
  /** Hour of the day, 0–23, in which quiet begins. */
  from: number;
  /** Hour of the day in which it ends. */
  to: number;
}

interface WallClock {
  hour: number;
  minute: number;
  second: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(instant: Date, timezone: string): WallClock {
  let clock = clocks.get(timezone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      hourCycle: 'h23',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timezone, clock);
  }
  const [hour = 0, minute = 0, second = 0] = clock.format(instant).split(':').map(Number);
  return { hour, minute, second };
}

/** Whether no advertising goes out at `instant` where the clock shows `timezone`. Equal hours: never quiet. */
export function isQuiet(instant: Date, timezone: string, { from, to }: Hours): boolean {
  if (from === to) return false;
  const { hour } = wallClock(instant, timezone);
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}

/** The end of the quiet hours that `instant` lies in, or null outside of them. */
export function quietUntil(instant: Date, timezone: string, hours: Hours): Date | null {
  if (!isQuiet(instant, timezone, hours)) return null;
  const { hour, minute, second } = wallClock(instant, timezone);
  const left = ((hours.to - hour + 24) % 24) * 3_600 - minute * 60 - second;
  return new Date(Math.floor(instant.getTime() / 1_000) * 1_000 + left * 1_000);
}

/** Why a recipient gets nothing. */
export const CAMPAIGN_SUPPRESSIONS = [
  'no_phone',
  'not_asked',
  'no_consent',
  'member_gone',
  'cancelled',
] as const;
export type CampaignSuppression = (typeof CAMPAIGN_SUPPRESSIONS)[number];

export interface Recipient {
  status: string;
  phone: string | null;
  /** What the member last said about advertising; null: never asked, which does not allow it. */
  smsMarketing: boolean | null;
}

/** Judged when the campaign is prepared, and again when the message is about to be sent. */
export function campaignSuppression(to: Recipient): CampaignSuppression | null {
  if (to.status !== 'active') return 'member_gone';
  if (!to.phone) return 'no_phone';
  if (to.smsMarketing === null) return 'not_asked';
  return to.smsMarketing ? null : 'no_consent';
}

/** How far the audience may have grown between the confirmed number and the moment of sending it off. */
export function audienceGrewTooMuch(expected: number, now: number): boolean {
  return now > expected + Math.max(10, Math.floor(expected / 10));
}
