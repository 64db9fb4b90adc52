import { Injectable } from '@nestjs/common';
import { Clock, type Tx } from '#kernel';
import {
  advertisement,
  advertisementParts,
  RecipientsRepository,
  renderTemplate,
  unknownVariables,
  variablesIn,
} from '#contact/messaging';
import { Settings } from '#chain/settings';
import type { AudienceScope } from '../compiler/segment.compiler.js';
import { SegmentAudience } from '../segment-audience.js';
import type { SegmentFilter } from '../segment.rules.js';
import type { CampaignPreview } from './campaign.dto.js';
import { costCents, quietUntil, type Hours } from './campaign.rules.js';

/** So many messages are rendered to reckon the parts of all. */
const SAMPLE = 200;
const SHOWN = 3;
const LOOK_SECONDS = 20;

interface StoreCount {
  timezone: string;
  members: number;
  noPhone: number;
  notAsked: number;
  noConsent: number;
  reachable: number;
}

const ANSWER = `LEFT JOIN LATERAL (SELECT c.granted FROM member_consent c WHERE c.member_id = m.id AND c.channel = 'sms_marketing'
  ORDER BY c.id DESC LIMIT 1) a ON true`;

/** Who would get a text, who would not and why, what it costs, and when. */
@Injectable()
export class CampaignAudience {
  constructor(
    private readonly audience: SegmentAudience,
    private readonly recipients: RecipientsRepository,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async texts(): Promise<{ signature: string; optOut: string; priceMills: number }> {
    return {
      signature: await this.settings.get('sms.signature'),
      optOut: await this.settings.get('sms.opt_out_text'),
      priceMills: await this.settings.get('sms.price_per_part_mills'),
    };
  }

  async quietHours(): Promise<Hours> {
    return {
      from: await this.settings.get('sms.quiet_from_hour'),
      to: await this.settings.get('sms.quiet_to_hour'),
    };
  }

  /** Errors: segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  async preview(
    filter: SegmentFilter,
    scope: AudienceScope,
    body: string,
    at: Date | null,
  ): Promise<CampaignPreview> {
    const { signature, optOut, priceMills } = await this.texts();
    const hours = await this.quietHours();
    const { byStore, sample } = await this.audience.ask(
      filter,
      scope,
      async (ask, where) => {
        const counted = await ask<StoreCount>(
          () => `SELECT s.timezone, sum(n.members)::bigint AS members, sum(n."noPhone")::bigint AS "noPhone", sum(n."notAsked")::bigint AS "notAsked",
                        sum(n."noConsent")::bigint AS "noConsent", sum(n.reachable)::bigint AS reachable
                   FROM (SELECT m.home_store_id, count(*) AS members, count(*) FILTER (WHERE m.phone IS NULL) AS "noPhone",
                                count(*) FILTER (WHERE m.phone IS NOT NULL AND a.granted IS NULL) AS "notAsked",
                                count(*) FILTER (WHERE m.phone IS NOT NULL AND NOT a.granted) AS "noConsent",
                                count(*) FILTER (WHERE m.phone IS NOT NULL AND a.granted) AS reachable
                           FROM member m ${ANSWER} WHERE ${where} GROUP BY m.home_store_id) n
                   JOIN store s ON s.id = n.home_store_id GROUP BY s.timezone`,
        );
        const ids = await ask<{ id: number }>(
          (few) =>
            `SELECT m.id FROM member m ${ANSWER} WHERE ${where} AND m.phone IS NOT NULL AND a.granted ORDER BY m.id DESC LIMIT ${few}::int`,
          SAMPLE,
        );
        const found = await this.recipients.of(
          ask.tx,
          ids.map(({ id }) => id),
        );
        return { byStore: counted, sample: [...found.values()] };
      },
      { seconds: LOOK_SECONDS },
    );

    const total = (of: (store: StoreCount) => number) =>
      byStore.reduce((sum, store) => sum + of(store), 0);
    const reachable = total((store) => store.reachable);
    const rendered = sample.map((member) => {
      const text = renderTemplate(body, member);
      const parts = advertisementParts(signature, text, optOut);
      return { memberId: member.memberId, memberName: member.name, text, parts };
    });
    const exact = variablesIn(body).length === 0 || rendered.length === reachable;
    const alike = advertisementParts(signature, body, optOut);
    const seen = rendered.map(({ parts }) => parts);
    const sumSeen = seen.reduce((sum, parts) => sum + parts, 0);
    const parts =
      variablesIn(body).length === 0
        ? alike * reachable
        : seen.length
          ? Math.ceil((sumSeen * reachable) / seen.length)
          : 0;
    const sendAt = at ?? this.clock.now();
    const quiet = byStore
      .filter((store) => store.reachable > 0)
      .map((store) => ({ store, until: quietUntil(sendAt, store.timezone, hours) }))
      .filter(({ until }) => until !== null);
    const ends = quiet.map(({ until }) => until?.getTime() ?? 0);
    return {
      members: total((store) => store.members),
      reachable,
      noPhone: total((store) => store.noPhone),
      notAsked: total((store) => store.notAsked),
      noConsent: total((store) => store.noConsent),
      parts,
      exact,
      fewestParts: seen.length ? Math.min(...seen) : alike,
      mostParts: seen.length ? Math.max(...seen) : alike,
      costCents: costCents(parts, priceMills),
      priceMills,
      waiting: quiet.reduce((sum, { store }) => sum + store.reachable, 0),
      waitingUntil: ends.length ? new Date(Math.max(...ends)) : null,
      samples: rendered
        .slice(0, SHOWN)
        .map((row) => ({ ...row, text: advertisement(signature, row.text, optOut) })),
      unknown: unknownVariables(body),
    };
  }

  /** How large the audience is, and how many of it would get a message, inside a transaction. Errors: segment.too_slow. */
  async size(
    tx: Tx,
    filter: SegmentFilter,
    scope: AudienceScope,
  ): Promise<{ members: number; reachable: number }> {
    return this.audience.ask(
      filter,
      scope,
      async (ask, where) => {
        const [counted] = await ask<{ members: number; reachable: number }>(
          () =>
            `SELECT count(*) AS members, count(*) FILTER (WHERE m.phone IS NOT NULL AND a.granted) AS reachable FROM member m ${ANSWER} WHERE ${where}`,
        );
        return counted ?? { members: 0, reachable: 0 };
      },
      { seconds: LOOK_SECONDS, tx },
    );
  }
}
