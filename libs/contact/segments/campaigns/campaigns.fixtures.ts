import { randomUUID } from 'node:crypto';
import { Clock, Outbox, type Db } from '#kernel';
import { Gateway, RecipientsRepository, SmsDriver, type Sms } from '#contact/messaging';
import { Settings } from '#chain/settings';
import type { TestApp, TestBrowser } from '#workshop/testing';
import { aMember } from '../../../membership/members/members.fixtures.js';
import { SegmentAudience } from '../segment-audience.js';
import { CampaignAudience } from './campaign-audience.js';
import { CampaignRunner } from './campaign-runner.js';
import { CampaignSendingRepository } from './campaign-sending.repository.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** A gateway that remembers what it was asked, and answers as the test says. */
export class ListeningDriver extends SmsDriver {
  readonly name = 'listening';
  readonly sent: Sms[] = [];
  answer: (sms: Sms) => Promise<{ providerId: string | null }> = () =>
    Promise.resolve({ providerId: 'p' });

  send(sms: Sms): Promise<{ providerId: string | null }> {
    this.sent.push(sms);
    return this.answer(sms);
  }
}

export function aRunner({ app, db }: TestApp, driver: SmsDriver, clock: Clock): CampaignRunner {
  return new CampaignRunner(
    db,
    new CampaignsRepository(),
    new CampaignSendingRepository(),
    app.get(SegmentAudience),
    app.get(CampaignAudience),
    new RecipientsRepository(),
    new Gateway(db, driver, clock),
    app.get(Settings),
    new Outbox(),
    clock,
  );
}

export const aJob = (signal = new AbortController().signal) => ({ outboxId: 1, signal });

/** Members with what they said about advertising; null: never asked. */
export async function readers(
  db: Db,
  count: number,
  more: { storeId?: number; phone?: null; smsMarketing?: boolean | null } = {},
): Promise<number[]> {
  const ids: number[] = [];
  const { smsMarketing = true, ...record } = more;
  for (let n = 0; n < count; n += 1) {
    const { memberId } = await aMember(db, record);
    ids.push(memberId);
    if (smsMarketing !== null)
      await db.query(
        "INSERT INTO member_consent (member_id, channel, granted, source) VALUES ($1, 'sms_marketing', $2, 'desk')",
        [memberId, smsMarketing],
      );
  }
  return ids;
}

/** A campaign to these members, confirmed by `browser`. Returns its id. */
export async function confirmed(
  browser: TestBrowser,
  memberIds: readonly number[],
  more: object = {},
): Promise<number> {
  const { status, body } = await browser.post(
    '/api/v1/campaigns',
    { name: '回馈', memberIds, body: '{姓名}您好，到店有礼', expected: memberIds.length, ...more },
    { key: randomUUID() },
  );
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.campaignId as number;
}

/** No waiting for turns in a test. */
export async function atFullSpeed(db: Db): Promise<void> {
  await db.query("INSERT INTO setting (key, version, value) VALUES ('sms.per_second', 1, '500')");
}
