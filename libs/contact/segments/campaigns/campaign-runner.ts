import { Injectable, Logger } from '@nestjs/common';
import {
  Clock,
  Db,
  DomainError,
  isUnavailable,
  Outbox,
  OutboxHandler,
  QUEUES,
  Scheduled,
  type JobContext,
  type Tx,
} from '#kernel';
import {
  advertisement,
  claimQueued,
  type Decision,
  decideMessages,
  Gateway,
  markInterrupted,
  RecipientsRepository,
  renderTemplate,
  settleMessage,
  smsSegments,
} from '#contact/messaging';
import { Settings } from '#chain/settings';
import { SegmentAudience } from '../segment-audience.js';
import { CampaignAudience } from './campaign-audience.js';
import { campaignSuppression, isQuiet } from './campaign.rules.js';
import { CampaignSendingRepository } from './campaign-sending.repository.js';
import { CampaignsRepository, type CampaignRecord } from './campaigns.repository.js';

/** So many are under way at once: what a crash can leave unknown. */
const SLICE = 10;
/** Longer than the gateway is ever waited for: who marked a message before that is dead. */
const INTERRUPTED_MS = 120_000;
const SILENT_MS = 60_000;
const PREPARE_SECONDS = 600;
const TICK_MS = 15_000;

/**
 * Sends campaigns. Everybody's row is written before anything is sent; each message is marked and committed before the
 * gateway is asked. Any number of workers may run the same campaign: a row belongs to the one who marked it.
 */
@Injectable()
export class CampaignRunner {
  private readonly logger = new Logger(CampaignRunner.name);

  constructor(
    private readonly db: Db,
    private readonly campaigns: CampaignsRepository,
    private readonly sending: CampaignSendingRepository,
    private readonly segments: SegmentAudience,
    private readonly audience: CampaignAudience,
    private readonly recipients: RecipientsRepository,
    private readonly gateway: Gateway,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OutboxHandler('campaign.due', { queue: QUEUES.campaigns })
  async run({ campaignId }: { campaignId: number }, { signal }: JobContext): Promise<void> {
    const before = new Date(this.clock.now().getTime() - INTERRUPTED_MS);
    await markInterrupted(this.db, campaignId, before);
    if (!(await this.prepare(campaignId))) return;
    // The queue runs it again when this throws: another worker, or when the database is back.
    while (await this.sending.beat(this.db, campaignId, this.clock.now())) {
      signal.throwIfAborted();
      const perSecond = await this.settings.get('sms.per_second');
      const few = Math.min(SLICE, perSecond);
      await this.gateway.turns(few, perSecond, signal);
      if (!(await this.sendSlice(campaignId, few))) break;
    }
    await this.finish(campaignId);
  }

  /** Finds what is due, what a dead worker left, and what waited for the end of the quiet hours. */
  @Scheduled('campaigns.tick', { everyMs: TICK_MS })
  async tick(): Promise<void> {
    const now = this.clock.now();
    const quiet = await this.quietStores();
    await this.db.write(async (tx) => {
      const ids = await this.sending.wake(
        tx,
        now,
        new Date(now.getTime() - SILENT_MS),
        new Date(now.getTime() - INTERRUPTED_MS),
        quiet,
      );
      const messages = ids.map((campaignId) => ({
        topic: 'campaign.due',
        payload: { campaignId },
      }));
      await this.outbox.add(tx, ...messages);
    });
  }

  /** Writes the rows of a campaign whose time has come. Returns whether it may be sent. */
  private async prepare(id: number): Promise<boolean> {
    try {
      return await this.db.write(async (tx) => {
        const campaign = await this.campaigns.lock(tx, id);
        const now = this.clock.now();
        if (campaign?.status !== 'scheduled' || campaign.scheduledAt > now)
          return campaign?.status === 'running';
        if (!campaign.preparedAt) await this.writeRows(tx, campaign, now);
        await this.campaigns.move(tx, id, { status: 'running', at: now });
        return true;
      });
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const errorCode = error instanceof DomainError ? error.code : 'server.internal';
      this.logger.error({ err: error, campaign: id }, 'the campaign can not be prepared');
      await this.db.write((tx) =>
        this.campaigns.move(tx, id, { status: 'failed', at: this.clock.now(), errorCode }),
      );
      return false;
    }
  }

  private async writeRows(tx: Tx, campaign: CampaignRecord, at: Date): Promise<void> {
    await this.segments.ask(
      campaign.filter,
      campaign,
      (ask, where) => ask((id) => this.sending.prepareText(where, id), campaign.id),
      { seconds: PREPARE_SECONDS, tx },
    );
    await this.campaigns.prepared(tx, campaign.id, at);
  }

  /** Marks and sends a few. Returns whether there was anything. */
  private async sendSlice(id: number, few: number): Promise<boolean> {
    const quiet = await this.quietStores();
    const marked = await this.db.write(async (tx) => {
      if (!(await this.sending.holdRunning(tx, id))) return [];
      const claimed = await claimQueued(tx, id, quiet, few);
      if (!claimed.length) return [];
      const campaign = await tx.one<TextOfCampaign>(TEXT, [id]);
      const decisions = await this.decisions(tx, campaign, claimed);
      await decideMessages(tx, decisions, this.gateway.driverName, this.clock.now());
      return decisions;
    });
    await Promise.all(
      marked.map(async ({ id: messageId, status, phone, body }) => {
        if (status !== 'sending' || !phone) return;
        const answer = await this.gateway.send({ messageId, phone, body });
        await settleMessage(this.db, messageId, answer);
      }),
    );
    return marked.length > 0;
  }

  // Consent, phone and figures as they are now, not as they were when it was confirmed.
  private async decisions(
    tx: Tx,
    campaign: TextOfCampaign,
    claimed: readonly { id: number; memberId: number }[],
  ): Promise<Decision[]> {
    const found = await this.recipients.of(
      tx,
      claimed.map(({ memberId }) => memberId),
    );
    return claimed.map(({ id, memberId }): Decision => {
      const member = found.get(memberId);
      const reason = member ? campaignSuppression(member) : 'member_gone';
      if (!member || reason)
        return { id, status: 'suppressed', reason, phone: null, body: '', segments: 0 };
      const text = renderTemplate(campaign.body, member);
      const body = advertisement(campaign.signature, text, campaign.optOut);
      const { phone } = member;
      return { id, status: 'sending', reason: null, phone, body, segments: smsSegments(body) };
    });
  }

  private async finish(id: number): Promise<void> {
    await this.db.write(async (tx) => {
      const campaign = await this.campaigns.lock(tx, id);
      if (campaign?.status !== 'running' || !(await this.sending.isOver(tx, id))) return;
      await this.campaigns.move(tx, id, { status: 'done', at: this.clock.now() });
    });
  }

  private async quietStores(): Promise<number[]> {
    const hours = await this.audience.quietHours();
    const now = this.clock.now();
    const stores = await this.sending.stores(this.db);
    return stores.filter(({ timezone }) => isQuiet(now, timezone, hours)).map(({ id }) => id);
  }
}

interface TextOfCampaign {
  body: string;
  signature: string;
  optOut: string;
}
const TEXT = 'SELECT body, signature, opt_out AS "optOut" FROM campaign WHERE id = $1';
