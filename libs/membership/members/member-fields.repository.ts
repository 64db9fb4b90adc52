import type { Sql } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberField } from './member-record.entity.js';
import type { MemberFieldView, TagRow } from './member-setup.dto.js';

/** Tags and custom fields, as head office defines them. */
@Injectable()
export class MemberFieldsRepository {
  all(sql: Sql): Promise<MemberFieldView[]> {
    const order = { active: 'DESC', position: 'ASC', id: 'ASC' } as const;
    return sql.manager.find(MemberField, { order });
  }

  tags(sql: Sql): Promise<TagRow[]> {
    return sql.query(
      `SELECT t.id, t.name, t.color, t.version, (SELECT count(*) FROM member_tag x JOIN member m ON m.id = x.member_id AND m.status = 'active'
                                       WHERE x.tag_id = t.id) AS "memberCount"
         FROM tag t ORDER BY t.name`,
    );
  }
}
