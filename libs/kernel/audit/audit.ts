import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import type { Tx } from '../database/sql.js';

export interface AuditedChange {
  /** 'card.report_lost' */
  action: string;
  subjectKind: string;
  subjectId: string | number;
  before?: object;
  after?: object;
  reason?: string;
  storeId?: number;
}

/** Who changed what, in the same transaction as the change. */
@Injectable()
export class Audit {
  async record(
    tx: Tx,
    actor: Pick<Actor, 'staffId' | 'till'> | null,
    change: AuditedChange,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit_record (staff_id, store_id, action, subject_kind, subject_id, before, after, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor?.staffId ?? null,
        change.storeId ?? actor?.till?.storeId ?? null,
        change.action,
        change.subjectKind,
        String(change.subjectId),
        change.before ? JSON.stringify(change.before) : null,
        change.after ? JSON.stringify(change.after) : null,
        change.reason ?? null,
      ],
    );
  }
}
