import { Injectable } from '@nestjs/common';
import {
  Audit,
  Clock,
  CommandOutcome,
  Commands,
  Db,
  DomainError,
  Outbox,
  type Actor,
  type Page,
  unknownId,
} from '#kernel';
import { assertKnownVariables, queueFailed, suppressQueued } from '#contact/messaging';
import type { SegmentFilter } from '../segment.rules.js';
import { SegmentsRepository } from '../segments.repository.js';
import { CampaignAudience } from './campaign-audience.js';
import type {
  CampaignCreated,
  CampaignPreview,
  CampaignPreviewInput,
  CampaignQuery,
  CampaignRow,
  CampaignView,
  CreateCampaignInput,
} from './campaign.dto.js';
import { CampaignError } from './campaign.errors.js';
import {
  afterAct,
  audienceGrewTooMuch,
  costCents,
  quietUntil,
  type CampaignAct,
} from './campaign.rules.js';
import { CampaignsRepository, noCounts, sumOf } from './campaigns.repository.js';

/** One campaign writes a row for each of its members. */
const MAX_AUDIENCE = 300_000;
const MAX_AHEAD_DAYS = 90;
const DAY_MS = 86_400_000;
/** A time that has just passed while the form was filled in means now. */
const GRACE_MS = 5 * 60_000;

/** Bulk messages: looked at before, confirmed with their numbers, then sent by the worker. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly db: Db,
    private readonly repository: CampaignsRepository,
    private readonly segments: SegmentsRepository,
    private readonly audience: CampaignAudience,
    private readonly commands: Commands,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: CampaignQuery): Promise<Page<CampaignRow>> {
    return this.db.read((sql) => this.repository.list(sql, actor, query));
  }

  /** Errors: campaign.not_found (also outside of one's stores). */
  get(actor: Actor, id: number): Promise<CampaignView> {
    return this.db.read(async (sql) => {
      const found = await this.repository.find(sql, actor, id);
      if (!found) throw CampaignError.notFound();
      const { priceMills, ...campaign } = found;
      const counts = (await this.repository.counts(sql, [id])).get(id) ?? noCounts();
      const parts = await this.repository.parts(sql, id);
      const zones =
        campaign.status === 'running' && counts.queued
          ? await this.repository.waitingTimezones(sql, id)
          : [];
      return {
        ...campaign,
        counts,
        recipients: sumOf(counts),
        reasons: await this.repository.reasons(sql, id),
        parts,
        costCents: costCents(parts, priceMills),
        quietUntil: await this.quietUntil(zones),
      };
    });
  }

  /** Errors: segment.unknown_field, segment.refers_to_nothing, segment.too_slow, request.invalid. */
  async preview(actor: Actor, input: CampaignPreviewInput): Promise<CampaignPreview> {
    const { filter } = await this.chosen(actor, input);
    const at = input.scheduledAt ? new Date(input.scheduledAt) : null;
    return this.audience.preview(filter, actor, input.body, at);
  }

  /**
   * Writes down what was confirmed; the worker sends it at its time.
   * Errors: message_template.unknown_variable, campaign.nobody, campaign.audience_changed,
   * campaign.too_large, campaign.in_the_past, campaign.too_far, request.invalid.
   */
  create(
    actor: Actor,
    input: CreateCampaignInput,
    key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'campaign.create', actor, request: input }, async () => {
        assertKnownVariables(input.body);
        const now = this.clock.now();
        const scheduledAt = scheduledAtOf(input.scheduledAt, now);
        const { filter, segmentId } = await this.chosen(actor, input);
        const { members, reachable } = await this.audience.size(tx, filter, actor);
        if (members > MAX_AUDIENCE) throw CampaignError.tooLarge({ limit: MAX_AUDIENCE });
        if (reachable === 0) throw CampaignError.nobody();
        if (audienceGrewTooMuch(input.expected, reachable))
          throw CampaignError.audienceChanged({ expected: input.expected, now: reachable });
        const texts = await this.audience.texts();
        const campaignId = await this.repository.insert(tx, {
          ...texts,
          name: input.name,
          segmentId,
          templateId: input.templateId ?? null,
          filter,
          allStores: actor.allStores,
          storeIds: actor.storeIds,
          body: input.body,
          expected: input.expected,
          scheduledAt,
          createdBy: actor.staffId,
          createdAt: now,
        });
        await this.audit.record(tx, actor, {
          action: 'campaign.create',
          subjectKind: 'campaign',
          subjectId: campaignId,
          after: {
            name: input.name,
            body: input.body,
            filter,
            expected: input.expected,
            scheduledAt,
          },
        });
        if (scheduledAt <= now) await this.wake(tx, campaignId);
        return { campaignId, status: 'scheduled' as const };
      }),
    );
  }

  /**
   * Pauses, goes on, gives up what waits, or sends what failed once more.
   * Errors: campaign.not_found, campaign.wrong_status, campaign.nothing_to_retry.
   */
  act(
    actor: Actor,
    id: number,
    act: CampaignAct,
    key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    const call = { key, name: `campaign.${act}`, actor, request: { id } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const campaign = await this.repository.lockFor(tx, actor, id);
        if (!campaign) throw CampaignError.notFound();
        const status = afterAct(campaign.status, act);
        if (!status) throw CampaignError.wrongStatus({ status: campaign.status });
        const now = this.clock.now();
        if (act === 'cancel') await suppressQueued(tx, id);
        if (act === 'retry' && (await queueFailed(tx, id)) === 0)
          throw CampaignError.nothingToRetry();
        await this.repository.move(tx, id, { status, at: now });
        await this.audit.record(tx, actor, {
          action: `campaign.${act}`,
          subjectKind: 'campaign',
          subjectId: id,
          before: { status: campaign.status },
          after: { status },
        });
        const due = status === 'running' || campaign.scheduledAt <= now;
        if (act !== 'pause' && act !== 'cancel' && due) await this.wake(tx, id);
        return { campaignId: id, status };
      }),
    );
  }

  private wake(tx: Parameters<Outbox['add']>[0], campaignId: number): Promise<void> {
    return this.outbox.add(tx, { topic: 'campaign.due', payload: { campaignId } });
  }

  /** Errors: request.invalid. */
  private async chosen(
    actor: Actor,
    { segmentId, memberIds }: CampaignPreviewInput,
  ): Promise<{ filter: SegmentFilter; segmentId: number | null }> {
    if ((segmentId === undefined) === (memberIds === undefined))
      throw new DomainError('request.invalid', 422, {}, [
        { field: 'segmentId', code: 'field.required' },
      ]);
    if (memberIds)
      return {
        filter: { match: 'all', conditions: [{ field: 'members', ids: [...new Set(memberIds)] }] },
        segmentId: null,
      };
    const segment = await this.segments.find(this.db, actor.staffId, segmentId ?? 0);
    if (!segment) throw unknownId('segmentId');
    return { filter: segment.filter, segmentId: segment.id };
  }

  // The earliest end, and only where nobody could get it now.
  private async quietUntil(zones: readonly string[]): Promise<Date | null> {
    if (!zones.length) return null;
    const hours = await this.audience.quietHours();
    const now = this.clock.now();
    const ends = zones.map((zone) => quietUntil(now, zone, hours));
    if (ends.some((end) => end === null)) return null;
    return new Date(Math.min(...ends.map((end) => end?.getTime() ?? 0)));
  }
}

function scheduledAtOf(asked: string | null | undefined, now: Date): Date {
  if (!asked) return now;
  const at = new Date(asked);
  if (at.getTime() < now.getTime() - GRACE_MS) throw CampaignError.inThePast();
  if (at.getTime() > now.getTime() + MAX_AHEAD_DAYS * DAY_MS)
    throw CampaignError.tooFar({ days: MAX_AHEAD_DAYS });
  return at;
}
