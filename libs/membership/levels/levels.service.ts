import {
  type Actor,
  assertNameFree,
  assertVersion,
  Audit,
  changeRecord,
  Db,
  lockRecord,
  type Page,
  type Sql,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CountedLevelView, EditLevelInput, LevelQuery, LevelView } from './level.dto.js';
import { Level } from './level.entity.js';
import { LevelError } from './level.errors.js';
import { levelList } from './level-list.report.js';

@Injectable()
export class LevelsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** Lowest level first. */
  list(): Promise<LevelView[]> {
    return this.db.manager.find(Level, { order: { rank: 'ASC' } });
  }

  page({ storeIds }: Actor, query: LevelQuery): Promise<Page<CountedLevelView>> {
    return this.db.read((snapshot) => levelList.page(snapshot, query, { storeIds }, query));
  }

  /** The level a member gets: the one asked for, or the lowest. Errors: level.not_found. */
  async forNewMember(sql: Sql, levelId?: number): Promise<LevelView> {
    const where = levelId ? { id: levelId } : {};
    const [level] = await sql.manager.find(Level, { where, order: { rank: 'ASC' }, take: 1 });
    if (!level) throw LevelError.notFound();
    return level;
  }

  /** New terms count from the next sale. Errors: level.not_found, record.changed, level.name_taken. */
  edit(actor: Actor, id: number, { version, ...change }: EditLevelInput): Promise<LevelView> {
    return this.db.write(async (tx) => {
      const before = await lockRecord(tx, Level, { id });
      if (!before) throw LevelError.notFound();
      const { version: standing, ...now } = before;
      const record = { subjectKind: 'level', subjectId: id, version: standing, now };
      await assertVersion(tx, version, record);
      const after = await changeRecord(tx, Level, id, change);
      await assertNameFree(tx, Level, 'name', { before, after }, LevelError.nameTaken);
      await this.audit.record(tx, actor, {
        action: 'level.edit',
        subjectKind: 'level',
        subjectId: id,
        before: now,
        after: change,
      });
      return after;
    });
  }
}
