import { type Actor, assertCan, assertVersion, Audit, can, Db, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type {
  ChangeListViewInput,
  ColumnLayout,
  ListStateView,
  ListViewInput,
  ListViewView,
  NewListViewInput,
} from './list-view.dto.js';
import { ListViewError } from './list-view.errors.js';
import { ListViewPermission } from './list-view.permissions.js';
import { type ListViewRecord, ListViewsRepository } from './list-views.repository.js';

/** How many views of one list a person may keep. */
const MAX_VIEWS = 50;

/** How people like their lists: their own columns, and views under a name. */
@Injectable()
export class ListViewsService {
  constructor(
    private readonly db: Db,
    private readonly repository: ListViewsRepository,
    private readonly audit: Audit,
  ) {}

  /** The person's columns of a list, and the views they may choose. */
  async state(actor: Actor, list: string): Promise<ListStateView> {
    return this.db.read(async (sql) => ({
      columns: await this.repository.layout(sql, actor.staffId, list),
      views: (await this.repository.visible(sql, actor.staffId, list)).map((view) =>
        toView(view, actor),
      ),
      canShare: can(actor, ListViewPermission.share),
    }));
  }

  setLayout(actor: Actor, list: string, columns: ColumnLayout[]): Promise<void> {
    return this.repository.setLayout(this.db, actor.staffId, list, unique(columns));
  }

  /** The columns are again what the list brings. */
  resetLayout(actor: Actor, list: string): Promise<void> {
    return this.repository.removeLayout(this.db, actor.staffId, list);
  }

  /** Errors: list_view.name_taken, list_view.too_many, access.forbidden (sharing). */
  create(actor: Actor, { list, ...input }: NewListViewInput): Promise<ListViewView> {
    if (input.shared) assertCan(actor, ListViewPermission.share);
    return this.db.write(async (tx) => {
      const count = await this.repository.countOf(tx, actor.staffId, list);
      if (count >= MAX_VIEWS) throw ListViewError.tooMany({ limit: MAX_VIEWS });
      const view = await this.repository.insert(tx, actor.staffId, list, cleaned(input));
      await this.recordShared(tx, actor, 'list_view.create', undefined, view);
      return toView(view, actor);
    });
  }

  /** Errors: list_view.not_found (also for somebody else's), record.changed, list_view.name_taken, access.forbidden (sharing). */
  change(
    actor: Actor,
    id: number,
    { version, ...input }: ChangeListViewInput,
  ): Promise<ListViewView> {
    if (input.shared) assertCan(actor, ListViewPermission.share);
    return this.db.write(async (tx) => {
      const before = await this.locked(tx, actor, id);
      await assertVersion(tx, version, {
        subjectKind: 'list_view',
        subjectId: id,
        version: before.version,
        now: recorded(before),
      });
      const view = await this.repository.update(tx, id, cleaned(input));
      await this.recordShared(tx, actor, 'list_view.change', before, view);
      return toView(view, actor);
    });
  }

  /** Errors: list_view.not_found (also for somebody else's). */
  remove(actor: Actor, id: number): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await this.locked(tx, actor, id);
      await this.repository.remove(tx, id);
      await this.recordShared(tx, actor, 'list_view.remove', before, undefined);
    });
  }

  private async locked(tx: Tx, actor: Actor, id: number): Promise<ListViewRecord> {
    const view = await this.repository.lock(tx, id);
    if (!view || !mayChange(view, actor)) throw ListViewError.notFound();
    return view;
  }

  // What everybody works with is recorded; a person's own views are their own.
  private async recordShared(
    tx: Tx,
    actor: Actor,
    action: string,
    before: ListViewRecord | undefined,
    after: ListViewRecord | undefined,
  ): Promise<void> {
    const subject = after ?? before;
    if (!subject || !(before?.shared || after?.shared)) return;
    await this.audit.record(tx, actor, {
      action,
      subjectKind: 'list_view',
      subjectId: subject.id,
      before: before && recorded(before),
      after: after && recorded(after),
    });
  }
}

function mayChange(view: ListViewRecord, actor: Actor): boolean {
  return view.shared ? can(actor, ListViewPermission.share) : view.staffId === actor.staffId;
}

function toView(view: ListViewRecord, actor: Actor): ListViewView {
  const { id, name, shared, filters, columns, sort, version } = view;
  return { id, name, shared, mine: mayChange(view, actor), filters, columns, sort, version };
}

const recorded = ({ list, name, shared, filters, columns, sort }: ListViewRecord) => ({
  list,
  name,
  shared,
  filters,
  columns: columns.map(({ id }) => id),
  sort,
});

const unique = (columns: readonly ColumnLayout[]): ColumnLayout[] => [
  ...new Map(columns.map((column) => [column.id, column])).values(),
];

const cleaned = <T extends ListViewInput>(input: T): T => ({
  ...input,
  columns: unique(input.columns),
});
