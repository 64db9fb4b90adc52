import { Injectable } from '@nestjs/common';
import type { Tx } from '#kernel';
import type { TemplateView } from './template.dto.js';

const VIEW = 'id, name, body, updated_at AS "updatedAt", version';

@Injectable()
export class TemplatesRepository {
  lock(tx: Tx, id: number): Promise<TemplateView | undefined> {
    return tx.maybe(
      `SELECT ${VIEW} FROM message_template WHERE id = $1 AND archived_at IS NULL FOR UPDATE`,
      [id],
    );
  }

  insert(tx: Tx, staffId: number, name: string, body: string): Promise<TemplateView> {
    return tx.one(
      `INSERT INTO message_template (name, body, created_by) VALUES ($1, $2, $3) RETURNING ${VIEW}`,
      [name, body, staffId],
    );
  }

  update(tx: Tx, id: number, name: string, body: string, at: Date): Promise<TemplateView> {
    return tx.one(
      `UPDATE message_template SET name = $2, body = $3, updated_at = $4, version = version + 1 WHERE id = $1 RETURNING ${VIEW}`,
      [id, name, body, at],
    );
  }

  async archive(tx: Tx, id: number, at: Date): Promise<void> {
    await tx.query('UPDATE message_template SET archived_at = $2 WHERE id = $1', [id, at]);
  }
}
