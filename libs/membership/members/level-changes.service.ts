import {
  type Actor,
  assertVersion,
  Audit,
  type CommandOutcome,
  Commands,
  Db,
  type Sql,
  type Tx,
  unknownId,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import type { ChangeLevelInput, LevelChangedView, LevelChangeRow } from './level-change.dto.js';
import { levelMoves, type LevelChangeSource } from './level-change.rules.js';
import { MemberError } from './member.errors.js';

export interface LevelChange {
  levelId: number;
  source: LevelChangeSource;
  /** By hand: the level that the member had when it was decided. */
  fromLevelId?: number;
  reason?: string | null;
  /** By hand only: whether rules leave the level alone from now on. Left out: they may change it. */
  pinned?: boolean;
}

interface Standing {
  levelId: number;
  levelName: string;
  rank: number;
  pinned: boolean;
}

/** The one way a member's level changes: by hand, or by a rule that leaves pinned levels alone. */
@Injectable()
export class LevelChanges {
  constructor(
    private readonly db: Db,
    private readonly commands: Commands,
    private readonly audit: Audit,
  ) {}

  /** A person sets the level. Errors: member.not_found, record.changed. */
  setByHand(
    actor: Actor,
    memberId: number,
    input: ChangeLevelInput,
    key: string,
  ): Promise<CommandOutcome<LevelChangedView>> {
    const request = { memberId, ...input };
    return this.db.write((tx) =>
      this.commands.once(tx, { key, name: 'member.set_level', actor, request }, () =>
        this.change(tx, actor, memberId, { ...input, source: 'manual' }),
      ),
    );
  }

  /**
   * Changes a member's level inside another act; the member's row stays locked until it ends. A rule's change of a pinned
   * level, and a top-up's to a lower one, does nothing. Errors: member.not_found.
   */
  async change(
    tx: Tx,
    actor: Pick<Actor, 'staffId' | 'till'> | null,
    memberId: number,
    { levelId, source, reason = null, pinned, fromLevelId }: LevelChange,
  ): Promise<LevelChangedView> {
    const before = await tx.maybe<Standing>(
      `SELECT m.level_id AS "levelId", l.rank, m.level_pinned AS pinned, l.name AS "levelName" FROM member m JOIN level l ON l.id = m.level_id
        WHERE m.id = $1 AND m.status = 'active' FOR NO KEY UPDATE OF m`,
      [memberId],
    );
    if (!before) throw MemberError.notFound();
    tx.locked('member', [memberId]);
    await assertVersion(tx, fromLevelId ?? before.levelId, {
      subjectKind: 'member',
      subjectId: memberId,
      version: before.levelId,
      now: { levelId: before.levelId, levelName: before.levelName },
      actions: ['member.change_level'],
    });
    const wanted = await tx.maybe<{ rank: number }>('SELECT rank FROM level WHERE id = $1', [
      levelId,
    ]);
    if (!wanted) throw unknownId('levelId');
    const changed = levelMoves(before, { rank: wanted.rank, source });
    const pinnedAfter = source === 'manual' ? (pinned ?? false) : before.pinned;
    const result = { fromLevelId: before.levelId, toLevelId: levelId, changed };
    if (!changed && pinnedAfter === before.pinned) {
      return { ...result, toLevelId: before.levelId };
    }
    const toLevelId = changed ? levelId : before.levelId;
    await tx.query('UPDATE member SET level_id = $2, level_pinned = $3 WHERE id = $1', [
      memberId,
      toLevelId,
      pinnedAfter,
    ]);
    await tx.query(
      `INSERT INTO member_level_change (member_id, from_level_id, to_level_id, source, reason, pinned, staff_id, store_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        memberId,
        before.levelId,
        toLevelId,
        source,
        reason,
        pinnedAfter,
        actor?.staffId ?? null,
        actor?.till?.storeId ?? null,
      ],
    );
    await this.audit.record(tx, actor, {
      action: 'member.change_level',
      subjectKind: 'member',
      subjectId: memberId,
      before: { levelId: before.levelId, pinned: before.pinned },
      after: { levelId: toLevelId, pinned: pinnedAfter, source },
      reason: reason ?? undefined,
    });
    return { ...result, toLevelId };
  }

  /** The newest change first. */
  history(sql: Sql, memberId: number): Promise<LevelChangeRow[]> {
    return sql.query<LevelChangeRow>(
      `SELECT c.id, f.name AS "fromLevelName", t.name AS "toLevelName", c.source, c.reason, c.pinned, p.name AS "staffName", s.name AS "storeName", c.at
         FROM member_level_change c JOIN level f ON f.id = c.from_level_id JOIN level t ON t.id = c.to_level_id
         LEFT JOIN staff p ON p.id = c.staff_id LEFT JOIN store s ON s.id = c.store_id
        WHERE c.member_id = $1 ORDER BY c.id DESC LIMIT 100`,
      [memberId],
    );
  }
}
