import { type Actor, assertVersion, Audit, Db, type Page, type Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { CountedLevelView, EditLevelInput, LevelQuery, LevelView } from './level.dto.js';
import { LevelError } from './level.errors.js';
import { levelList } from './level-list.report.js';
import { LevelsRepository } from './levels.repository.js';

@Injectable()
export class LevelsService {
  constructor(
    private readonly db: Db,
    private readonly repository: LevelsRepository,
    private readonly audit: Audit,
  ) {}

  list(): Promise<LevelView[]> {
    return this.repository.list(this.db);
  }

  page({ storeIds }: Actor, query: LevelQuery): Promise<Page<CountedLevelView>> {
    return this.db.read((snapshot) => levelList.page(snapshot, query, { storeIds }, query));
  }

  /** The level a member gets: the one asked for, or the lowest. Errors: level.not_found. */
  async forNewMember(sql: Sql, levelId?: number): Promise<LevelView> {
    const level = levelId
      ? await this.repository.find(sql, levelId)
      : await this.repository.lowest(sql);
    if (!level) throw LevelError.notFound();
    return level;
  }

  /** New terms count from the next sale. Errors: level.not_found, record.changed. */
  edit(actor: Actor, id: number, { version, ...change }: EditLevelInput): Promise<LevelView> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw LevelError.notFound();
      const { version: standing, ...now } = before;
      const record = { subjectKind: 'level', subjectId: id, version: standing, now };
      await assertVersion(tx, version, record);
      await this.repository.update(tx, id, change);
      await this.audit.record(tx, actor, {
        action: 'level.edit',
        subjectKind: 'level',
        subjectId: id,
        before: now,
        after: change,
      });
      return { ...before, ...change, version: standing + 1 };
    });
  }
}
