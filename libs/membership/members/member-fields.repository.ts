import type { Sql, Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { MemberFieldView, TagInput, TagRow } from './member-setup.dto.js';

const FIELD = 'id, code, label, kind, options, required, active, position, version';

/** Tags and custom fields, as head office defines them. */
@Injectable()
export class MemberFieldsRepository {
  all(sql: Sql): Promise<MemberFieldView[]> {
    return sql.query(`SELECT ${FIELD} FROM member_field ORDER BY NOT active, position, id`);
  }

  lock(tx: Tx, id: number): Promise<MemberFieldView | undefined> {
    return tx.maybe(`SELECT ${FIELD} FROM member_field WHERE id = $1 FOR UPDATE`, [id]);
  }

  insert(tx: Tx, field: Omit<MemberFieldView, 'id' | 'version'>): Promise<MemberFieldView> {
    return tx.one(
      `INSERT INTO member_field (code, label, kind, options, required, active, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${FIELD}`,
      [
        field.code,
        field.label,
        field.kind,
        JSON.stringify(field.options),
        field.required,
        field.active,
        field.position,
      ],
    );
  }

  update(tx: Tx, field: MemberFieldView): Promise<MemberFieldView> {
    return tx.one(
      `UPDATE member_field SET label = $2, options = $3, required = $4, active = $5, position = $6, version = version + 1 WHERE id = $1 RETURNING ${FIELD}`,
      [
        field.id,
        field.label,
        JSON.stringify(field.options),
        field.required,
        field.active,
        field.position,
      ],
    );
  }

  tags(sql: Sql): Promise<TagRow[]> {
    return sql.query(
      `SELECT t.id, t.name, t.color, t.version, (SELECT count(*) FROM member_tag x JOIN member m ON m.id = x.member_id AND m.status = 'active'
                                       WHERE x.tag_id = t.id) AS "memberCount"
         FROM tag t ORDER BY t.name`,
    );
  }

  lockTag(tx: Tx, id: number): Promise<(TagInput & { version: number }) | undefined> {
    return tx.maybe('SELECT name, color, version FROM tag WHERE id = $1 FOR UPDATE', [id]);
  }

  insertTag(tx: Tx, tag: TagInput): Promise<{ id: number }> {
    return tx.one('INSERT INTO tag (name, color) VALUES ($1, $2) RETURNING id', [
      tag.name,
      tag.color,
    ]);
  }

  async updateTag(tx: Tx, id: number, tag: TagInput): Promise<void> {
    await tx.query('UPDATE tag SET name = $2, color = $3, version = version + 1 WHERE id = $1', [
      id,
      tag.name,
      tag.color,
    ]);
  }

  async removeTag(tx: Tx, id: number): Promise<void> {
    await tx.query('DELETE FROM member_tag WHERE tag_id = $1', [id]);
    await tx.query('DELETE FROM tag WHERE id = $1', [id]);
  }
}
