import { Injectable } from '@nestjs/common';
import { pageOf, type Sql, type Tx } from '#kernel';
import type { RoleName } from './session.dto.js';
import type { RoleView, StaffQuery, StaffView } from './staff.dto.js';

export interface Credentials {
  staffId: number;
  passwordHash: string;
}

// Somebody is of a store by being at home there or by being assigned.
const IN_SCOPE = `($1::boolean OR f.home_store_id = ANY($2) OR EXISTS (SELECT FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = ANY($2)))
  AND ($3::bigint IS NULL OR f.home_store_id = $3 OR EXISTS (SELECT FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = $3))
  AND ($4::text IS NULL OR f.name LIKE '%' || $4 || '%' OR f.login LIKE '%' || lower($4) || '%')`;

@Injectable()
export class StaffRepository {
  credentials(sql: Sql, login: string): Promise<Credentials | undefined> {
    return sql.maybe<Credentials>(
      'SELECT id AS "staffId", password_hash AS "passwordHash" FROM staff WHERE login = $1 AND active',
      [login],
    );
  }

  setPassword(tx: Tx, staffId: number, passwordHash: string): Promise<unknown> {
    return tx.query('UPDATE staff SET password_hash = $2 WHERE id = $1', [staffId, passwordHash]);
  }

  rolesOf(sql: Sql, staffId: number): Promise<RoleName[]> {
    return sql.query<RoleName>(
      'SELECT r.code, r.name FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = $1 ORDER BY r.id',
      [staffId],
    );
  }

  async page(
    sql: Sql,
    scope: { allStores: boolean; storeIds: readonly number[] },
    query: StaffQuery,
  ): Promise<{ rows: StaffView[]; total: number }> {
    const { limit, offset } = pageOf(query);
    const where = [
      scope.allStores,
      scope.storeIds,
      query.storeId ?? null,
      query.q?.replace(/[\\%_]/g, '\\$&') ?? null,
    ];
    const rows = await sql.query<StaffView>(
      `SELECT f.id, f.login, f.name, f.active, f.home_store_id AS "homeStoreId", h.name AS "homeStoreName",
              COALESCE((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) ORDER BY r.id)
                          FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id), '[]') AS roles,
              ARRAY(SELECT ss.store_id FROM staff_store ss WHERE ss.staff_id = f.id AND ss.store_id = ANY($2)
                     ORDER BY ss.store_id) AS "storeIds"
         FROM staff f JOIN store h ON h.id = f.home_store_id
        WHERE ${IN_SCOPE} ORDER BY f.home_store_id, f.login LIMIT $5 OFFSET $6`,
      [...where, limit, offset],
    );
    const { total } = await sql.one<{ total: number }>(
      `SELECT count(*) AS total FROM staff f WHERE ${IN_SCOPE}`,
      where,
    );
    return { rows, total };
  }

  roles(sql: Sql): Promise<RoleView[]> {
    return sql.query<RoleView>(
      'SELECT id, code, name, permissions, all_stores AS "allStores" FROM role ORDER BY id',
    );
  }

  /** The people of these logins with the name of their first role. */
  named(sql: Sql, logins: readonly string[]): Promise<{ login: string; role: string }[]> {
    return sql.query<{ login: string; role: string }>(
      `SELECT f.login, (SELECT r.code FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id ORDER BY r.id LIMIT 1) AS role
         FROM staff f WHERE f.login = ANY($1) AND f.active ORDER BY array_position($1, f.login)`,
      [logins],
    );
  }
}
