import {
  type Actor,
  addRecord,
  assertCan,
  assertVersion,
  Audit,
  can,
  changeRecord,
  Db,
  lockRecord,
  type Sql,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import type {
  ChangeListViewInput,
  ColumnLayout,
  ListStateView,
  ListViewInput,
  ListViewView,
  NewListViewInput,
} from './list-view.dto.js';
import { ListLayoutEntity, ListViewEntity } from './list-view.entity.js';
import { ListViewError } from './list-view.errors.js';
import { ListViewPermission } from './list-view.permissions.js';

/** How many views of one list a person may keep. */
const MAX_VIEWS = 50;

/** How people like their lists: their own columns, and views under a name. */
@Injectable()
export class ListViewsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** The person's columns of a list, and the views they may choose. */
  state(actor: Actor, list: string): Promise<ListStateView> {
    const layout = { staffId: actor.staffId, listId: list };
    return this.db.read(async (sql) => ({
      columns: (await sql.manager.findOneBy(ListLayoutEntity, layout))?.columns ?? null,
      views: (await visible(sql, actor.staffId, list)).map((view) => toView(view, actor)),
      canShare: can(actor, ListViewPermission.share),
    }));
  }

  async setLayout({ staffId }: Actor, listId: string, columns: ColumnLayout[]): Promise<void> {
    const layout = { staffId, listId, columns: unique(columns), updatedAt: () => 'now()' };
    await this.db.manager.upsert(ListLayoutEntity, layout, ['staffId', 'listId']);
  }

  /** The columns are again what the list brings. */
  async resetLayout({ staffId }: Actor, listId: string): Promise<void> {
    await this.db.manager.delete(ListLayoutEntity, { staffId, listId });
  }

  /** Errors: list_view.name_taken, list_view.too_many, access.forbidden (sharing). */
  create(actor: Actor, { list, ...input }: NewListViewInput): Promise<ListViewView> {
    if (input.shared) assertCan(actor, ListViewPermission.share);
    return this.db.write(async (tx) => {
      const own = { listId: list, staffId: actor.staffId };
      const count = await tx.manager.countBy(ListViewEntity, own);
      if (count >= MAX_VIEWS) throw ListViewError.tooMany({ limit: MAX_VIEWS });
      const view = await addRecord(tx, ListViewEntity, { ...own, ...valuesOf(input) });
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
      const view = await changeRecord(tx, ListViewEntity, id, {
        ...valuesOf(input),
        updatedAt: () => 'now()',
      });
      await this.recordShared(tx, actor, 'list_view.change', before, view);
      return toView(view, actor);
    });
  }

  /** Errors: list_view.not_found (also for somebody else's). */
  remove(actor: Actor, id: number): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await this.locked(tx, actor, id);
      await tx.manager.delete(ListViewEntity, id);
      await this.recordShared(tx, actor, 'list_view.remove', before, undefined);
    });
  }

  private async locked(tx: Tx, actor: Actor, id: number): Promise<ListViewEntity> {
    const view = await lockRecord(tx, ListViewEntity, { id });
    if (!view || !mayChange(view, actor)) throw ListViewError.notFound();
    return view;
  }

  // What everybody works with is recorded; a person's own views are their own.
  private async recordShared(
    tx: Tx,
    actor: Actor,
    action: string,
    before: ListViewEntity | undefined,
    after: ListViewEntity | undefined,
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

/** A person's own views of a list and those shared with all, shared ones first. */
const visible = (sql: Sql, staffId: number, list: string): Promise<ListViewEntity[]> =>
  sql.manager
    .createQueryBuilder(ListViewEntity, 'v')
    .where('v.listId = :list AND (v.staffId = :staffId OR v.shared)', { list, staffId })
    .orderBy({ 'v.shared': 'DESC', 'lower(v.name)': 'ASC', 'v.id': 'ASC' })
    .getMany();

function mayChange(view: ListViewEntity, actor: Actor): boolean {
  return view.shared ? can(actor, ListViewPermission.share) : view.staffId === actor.staffId;
}

function toView(view: ListViewEntity, actor: Actor): ListViewView {
  const { id, name, shared, filters, columns, sort, version } = view;
  return { id, name, shared, mine: mayChange(view, actor), filters, columns, sort, version };
}

const recorded = ({ listId, name, shared, filters, columns, sort }: ListViewEntity) => ({
  list: listId,
  name,
  shared,
  filters,
  columns: columns.map(({ id }) => id),
  sort,
});

const unique = (columns: readonly ColumnLayout[]): ColumnLayout[] => [
  ...new Map(columns.map((column) => [column.id, column])).values(),
];

const valuesOf = ({ name, shared, filters, columns, sort }: ListViewInput) => ({
  name,
  shared: shared ?? false,
  filters,
  columns: unique(columns),
  sort: sort ?? '',
});
