import { Injectable } from '@nestjs/common';
import {
  addRecord,
  assertVersion,
  Audit,
  changeRecord,
  Clock,
  Db,
  type Actor,
  type Page,
} from '#kernel';
import { readFilter } from './filter.reader.js';
import { SegmentAudience } from './segment-audience.js';
import { segmentOptions } from './segment-options.js';
import type {
  EditSegmentInput,
  SaveSegmentInput,
  SegmentMember,
  SegmentMemberQuery,
  SegmentOptions,
  SegmentPreview,
  SegmentQuery,
  SegmentView,
} from './segment.dto.js';
import { SegmentCountEntity, SegmentEntity } from './segment.entity.js';
import { SegmentError } from './segment.errors.js';
import type { SegmentFilter } from './segment.rules.js';
import { SegmentsRepository, type SegmentRecord } from './segments.repository.js';

const SAMPLE = 20;

/** Saved questions about members, and their answers within the stores of who asks. */
@Injectable()
export class SegmentsService {
  constructor(
    private readonly db: Db,
    private readonly repository: SegmentsRepository,
    private readonly audience: SegmentAudience,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: SegmentQuery): Promise<Page<SegmentView>> {
    const page = await this.db.read((sql) => this.repository.list(sql, actor.staffId, query));
    return { ...page, rows: page.rows.map((row) => toView(actor, row)) };
  }

  /** Errors: segment.not_found (also for somebody else's private one). */
  async get(actor: Actor, id: number): Promise<SegmentView> {
    const found = await this.repository.find(this.db, actor.staffId, id);
    if (!found) throw SegmentError.notFound();
    return toView(actor, found);
  }

  options(actor: Actor): Promise<SegmentOptions> {
    return this.db.read((sql) => segmentOptions(sql, actor.storeIds));
  }

  /** Errors: request.invalid, segment.unknown_field, segment.refers_to_nothing, segment.name_taken. */
  async create(actor: Actor, input: SaveSegmentInput): Promise<SegmentView> {
    const segment = await this.read(actor, input);
    const id = await this.db.write(async (tx) => {
      const row = { ...segment, ownerId: actor.staffId };
      const { id: newId } = await addRecord(tx, SegmentEntity, row);
      await this.audit.record(tx, actor, {
        action: 'segment.create',
        subjectKind: 'segment',
        subjectId: newId,
        after: segment,
      });
      return newId;
    });
    return this.get(actor, id);
  }

  /** Errors: segment.not_found, segment.not_yours, record.changed, segment.name_taken, request.invalid. */
  async edit(actor: Actor, id: number, input: EditSegmentInput): Promise<SegmentView> {
    const segment = await this.read(actor, input);
    await this.db.write(async (tx) => {
      const before = await this.mine(actor, await this.repository.lock(tx, actor.staffId, id));
      const { name, filter, visibility, version } = before;
      const now = { name, filter, visibility };
      const record = { subjectKind: 'segment', subjectId: id, version, now };
      await assertVersion(tx, input.version, record);
      await changeRecord(tx, SegmentEntity, id, { ...segment, updatedAt: this.clock.now() });
      await this.audit.record(tx, actor, {
        action: 'segment.edit',
        subjectKind: 'segment',
        subjectId: id,
        before: now,
        after: segment,
      });
    });
    return this.get(actor, id);
  }

  /** Out of the lists; campaigns that were made from it keep their conditions. Errors: segment.not_found, segment.not_yours. */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.db.write(async (tx) => {
      const before = await this.mine(actor, await this.repository.lock(tx, actor.staffId, id));
      await changeRecord(tx, SegmentEntity, id, { archivedAt: this.clock.now() });
      await this.audit.record(tx, actor, {
        action: 'segment.delete',
        subjectKind: 'segment',
        subjectId: id,
        before: { name: before.name, filter: before.filter },
      });
    });
  }

  /** Errors: request.invalid, segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  preview(actor: Actor, filter: unknown): Promise<SegmentPreview> {
    return this.look(actor, readFilter(filter));
  }

  /** Who is in a saved segment now; the number is kept for the list. Errors: segment.not_found, segment.too_slow. */
  async count(actor: Actor, id: number): Promise<SegmentPreview> {
    const { filter } = await this.get(actor, id);
    const preview = await this.look(actor, filter);
    const { members } = preview;
    const row = { segmentId: id, staffId: actor.staffId, members, countedAt: this.clock.now() };
    await this.db.manager.upsert(SegmentCountEntity, row, ['segmentId', 'staffId']);
    return preview;
  }

  /** Errors: segment.not_found, segment.too_slow. */
  async members(actor: Actor, id: number, query: SegmentMemberQuery): Promise<Page<SegmentMember>> {
    const { filter } = await this.get(actor, id);
    return this.audience.ask(filter, actor, async (ask, where) =>
      this.repository.page(ask, where, await this.audience.today(ask.tx), query),
    );
  }

  private look(actor: Actor, filter: SegmentFilter): Promise<SegmentPreview> {
    return this.audience.ask(filter, actor, async (ask, where) => ({
      ...(await this.repository.count(ask, where)),
      sample: await this.repository.members(ask, where, {
        today: await this.audience.today(ask.tx),
        limit: SAMPLE,
      }),
    }));
  }

  // What can not be compiled is not saved.
  private async read(actor: Actor, { name, filter: raw, visibility }: SaveSegmentInput) {
    const filter = readFilter(raw);
    await this.audience.compile(this.db, filter, actor);
    return { name, filter, visibility };
  }

  private async mine(actor: Actor, segment: SegmentRecord | undefined): Promise<SegmentRecord> {
    if (!segment) throw SegmentError.notFound();
    if (!isEditable(actor, segment)) throw SegmentError.notYours();
    return segment;
  }
}

// Somebody else's private segments are not even found; of the shared ones head office takes care.
const isEditable = (actor: Actor, segment: SegmentRecord): boolean =>
  segment.ownerId === actor.staffId || actor.allStores;

const toView = (actor: Actor, segment: SegmentRecord): SegmentView => ({
  ...segment,
  editable: isEditable(actor, segment),
});
