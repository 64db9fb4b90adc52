import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  type Actor,
  assertCan,
  Audit,
  Clock,
  type CommandOutcome,
  Commands,
  Db,
  Outbox,
  type Page,
  type PlainPageQuery,
  pageOf,
  type Sql,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { textOf } from './cell-values.rules.js';
import type { ColumnMapping } from './column-mapping.rules.js';
import { headOfficeToday } from './import-dates.js';
import { ImportFiles } from './import-files.js';
import { kindOf } from './import-kind.js';
import { ImportLinesRepository } from './import-lines.repository.js';
import type {
  ImportListQuery,
  ImportStartedView,
  ImportView,
  UploadQuery,
  WrongRowView,
} from './import.dto.js';
import { ImportError } from './import.errors.js';
import {
  ENDED_STATUSES,
  type ImportMapping,
  type ImportStatus,
  type Totals,
} from './import.types.js';
import { ImportsRepository, type ImportTask } from './imports.repository.js';

/** What is imported where nobody says what: the first kind that there was. */
export const FIRST_KIND = 'members';

const MAX_UNFINISHED = 10;
/** The file, its rows and the file of refused rows hold personal data: they go when the work is surely over. */
const KEEP_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a person signs: some of the figures that the dry run counted. */
export type Signed = Readonly<Record<string, number>>;

/** An import from upload to sign-off; what takes long is done in the background. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly files: ImportFiles,
    private readonly repository: ImportsRepository,
    private readonly lines: ImportLinesRepository,
  ) {}

  page(actor: Actor, query: ImportListQuery): Promise<Page<ImportView>> {
    return this.db.read((snapshot) => this.repository.page(snapshot, actor, query));
  }

  /** Errors: import.not_found. */
  async get(actor: Actor, id: number): Promise<ImportView> {
    const found = await this.repository.view(this.db, actor, id);
    if (!found) throw ImportError.notFound();
    return found;
  }

  /** Keeps the file and has it read. Errors: import.unknown_kind, import.file_too_large, import.file_empty, import.too_many. */
  async upload(actor: Actor, query: UploadQuery, body: Readable): Promise<ImportView> {
    const { kind } = kindOf(query.kind ?? FIRST_KIND);
    if ((await this.repository.unfinished(this.db)) >= MAX_UNFINISHED)
      throw ImportError.tooMany({ limit: MAX_UNFINISHED });
    const id = await this.repository.nextId(this.db);
    const fileBytes = await this.files.receive(id, body);
    const at = this.clock.now();
    await this.db.write(async (tx) => {
      await this.repository.insert(tx, {
        id,
        ...query,
        kind,
        fileBytes,
        staffId: actor.staffId,
        createdAt: at,
        expiresAt: new Date(at.getTime() + KEEP_DAYS * DAY_MS),
      });
      await this.audit.record(tx, actor, {
        action: 'import.upload',
        subjectKind: 'import',
        subjectId: id,
        after: { fileName: query.fileName, source: query.source, bytes: fileBytes },
      });
      await this.outbox.add(tx, { topic: 'import.uploaded', payload: { importId: id } });
    });
    return this.get(actor, id);
  }

  /**
   * Says what the columns mean and starts the dry run; may be said again after it. `choicesFor`: what the kind keeps with
   * the columns, for a file with so many of them; it refuses what stands against the mapping.
   * Errors: import.not_found, import.wrong_step, access.forbidden (a column gives what this person may not give).
   */
  async check<Columns extends ColumnMapping>(
    actor: Actor,
    { kind, id }: { kind: string; id: number },
    columns: Columns,
    choicesFor: (tx: Tx, width: number) => Promise<object>,
  ): Promise<ImportView> {
    await this.ofKind(actor, kind, id);
    for (const right of kindOf(kind).rights(columns)) assertCan(actor, right);
    await this.db.write(async (tx) => {
      const task = await this.lockAt(tx, id, ['mapping', 'checked']);
      const choices = await choicesFor(tx, task.sheet?.headers.length ?? 0);
      const mapping: ImportMapping = { ...choices, columns, storeIds: actor.storeIds };
      await this.repository.change(tx, id, {
        status: 'checking',
        mapping,
        findings: null,
        rows_done: 0,
        error_rows: 0,
        error_file: false,
      });
      await this.outbox.add(tx, { topic: 'import.mapped', payload: { importId: id } });
    });
    return this.get(actor, id);
  }

  /** Rows that can't be taken, as they stand in the file. Errors: import.not_found. */
  async wrongRows(actor: Actor, id: number, query: PlainPageQuery): Promise<Page<WrongRowView>> {
    const found = await this.get(actor, id);
    assertStillInScope(actor, found);
    const { sheet } = found;
    const width = sheet?.headers.length ?? 0;
    const { page, pageSize, limit, offset } = pageOf(query);
    const { rows, total } = await this.lines.wrongPage(this.db, id, { limit, offset });
    return {
      rows: rows.map(({ lineNo, cells, problems }) => ({
        lineNo,
        cells: Array.from({ length: width }, (_, column) => textOf(cells[column])),
        problems,
      })),
      total,
      page,
      pageSize,
    };
  }

  /**
   * Signs the control totals and has the rows taken over.
   * Errors: import.not_found, import.wrong_step, import.totals_differ, import.nothing_to_import.
   */
  async commit(
    actor: Actor,
    { kind, id }: { kind: string; id: number },
    totals: Signed,
    key: string,
  ): Promise<CommandOutcome<ImportStartedView>> {
    const request = { importId: id, totals };
    const at = this.clock.now();
    const businessDate = await headOfficeToday(this.db, at);
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'import.commit', actor, request }, async () => {
        await this.ofKind(actor, kind, id, tx);
        const task = await this.lockAt(tx, id, ['checked']);
        // Whoever signs answers for it, whoever said what the columns mean.
        const rights = kindOf(kind).rights(task.mapping?.columns ?? {});
        for (const right of rights) assertCan(actor, right);
        const ready = (await this.repository.view(tx, actor, id))?.findings?.ready;
        if (!ready || ready.rows === 0) throw ImportError.nothingToImport();
        const figures = differences(totals, ready);
        if (figures.length) throw ImportError.totalsDiffer({ figures });
        await this.repository.sign(tx, id, { totals, staffId: actor.staffId, at, businessDate });
        await this.audit.record(tx, actor, {
          action: 'import.commit',
          subjectKind: 'import',
          subjectId: id,
          after: totals,
        });
        await this.outbox.add(tx, { topic: 'import.signed', payload: { importId: id } });
        return { importId: id, status: 'committing' as const };
      }),
    );
  }

  /** Stops it: what was taken over stays, the rest is not. Errors: import.not_found, import.wrong_step. */
  async cancel(actor: Actor, id: number): Promise<ImportView> {
    await this.get(actor, id);
    await this.db.write(async (tx) => {
      const task = await this.repository.lock(tx, id);
      if (!task || ENDED_STATUSES.includes(task.status))
        throw ImportError.wrongStep({ status: task?.status ?? 'done' });
      await this.repository.change(tx, id, {
        status: 'cancelled',
        finished_at: this.clock.now(),
      });
      await this.audit.record(tx, actor, {
        action: 'import.cancel',
        subjectKind: 'import',
        subjectId: id,
        before: { status: task.status },
      });
    });
    return this.get(actor, id);
  }

  /** The rows that were not taken, as a workbook. Errors: import.not_found, import.no_error_file, import.no_longer_allowed. */
  async errorFile(
    actor: Actor,
    id: number,
  ): Promise<{ path: string; name: string; bytes: number }> {
    const found = await this.get(actor, id);
    assertStillInScope(actor, found);
    const { hasErrorFile, kind, locale } = found;
    const path = this.files.errorsOf(id);
    if (!hasErrorFile || !existsSync(path)) throw ImportError.noErrorFile();
    const name = `${kindOf(kind).text[locale].errorsName}-${id}.xlsx`;
    return { path, name, bytes: (await stat(path)).size };
  }

  private async ofKind(actor: Actor, kind: string, id: number, sql: Sql = this.db): Promise<void> {
    const found = await this.repository.view(sql, actor, id);
    if (found?.kind !== kind) throw ImportError.notFound();
  }

  private async lockAt(tx: Tx, id: number, allowed: readonly ImportStatus[]): Promise<ImportTask> {
    const task = await this.repository.lock(tx, id);
    if (!task) throw ImportError.notFound();
    if (!allowed.includes(task.status)) throw ImportError.wrongStep({ status: task.status });
    return task;
  }
}

/** The figures that two totals don't agree on. */
const differences = (signed: Signed, counted: Totals): string[] =>
  Object.keys(signed).filter((figure) => signed[figure] !== counted[figure]);

/** The file names members of the stores that were its uploader's then. Errors: import.no_longer_allowed. */
function assertStillInScope(actor: Actor, { mapping }: ImportView): void {
  const storeIds = mapping?.storeIds ?? [];
  if (!storeIds.every((storeId) => actor.storeIds.includes(storeId)))
    throw ImportError.noLongerAllowed();
}
