import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '#kernel';
import { RoleEntity, StaffEntity } from './identity.entity.js';
import type { RoleName } from './session.dto.js';
import type { RoleView } from './staff.dto.js';

export interface Credentials {
  staffId: number;
  passwordHash: string;
}

export interface PersonRow {
  staffId: number;
  login: string;
  name: string;
  permissions: string[];
  allStores: boolean;
  storeIds: number[];
}

const PERSON = `
  SELECT f.id AS "staffId", f.login, f.name, h.all_stores AS "allStores", h.permissions,
         CASE WHEN h.all_stores THEN ARRAY(SELECT id FROM store ORDER BY id)
              ELSE ARRAY(SELECT store_id FROM staff_store WHERE staff_id = f.id ORDER BY store_id) END AS "storeIds"
    FROM staff f CROSS JOIN LATERAL (
      SELECT coalesce(bool_or(r.all_stores), false) AS all_stores,
             ARRAY(SELECT DISTINCT p FROM staff_role x JOIN role y ON y.id = x.role_id CROSS JOIN unnest(y.permissions) AS p
                    WHERE x.staff_id = f.id) AS permissions
        FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = f.id) h
   WHERE f.active AND (f.login = $1 OR f.id = $2)`;

@Injectable()
export class StaffRepository {
  credentials(sql: Sql, login: string): Promise<Credentials | undefined> {
    return sql.maybe<Credentials>(
      'SELECT id AS "staffId", password_hash AS "passwordHash" FROM staff WHERE login = $1 AND active',
      [login],
    );
  }

  /** Somebody active, with the rights as their roles write them. */
  person(
    sql: Sql,
    wanted: { login: string } | { staffId: number },
  ): Promise<PersonRow | undefined> {
    return sql.maybe<PersonRow>(PERSON, [
      'login' in wanted ? wanted.login.toLowerCase() : null,
      'staffId' in wanted ? wanted.staffId : null,
    ]);
  }

  setPassword(tx: Tx, staffId: number, passwordHash: string): Promise<unknown> {
    return tx.manager.update(StaffEntity, staffId, { passwordHash });
  }

  rolesOf(sql: Sql, staffId: number): Promise<RoleName[]> {
    return sql.query<RoleName>(
      'SELECT r.code, r.name FROM staff_role sr JOIN role r ON r.id = sr.role_id WHERE sr.staff_id = $1 ORDER BY r.id',
      [staffId],
    );
  }

  roles(sql: Sql): Promise<RoleView[]> {
    return sql.manager.find(RoleEntity, { order: { id: 'ASC' } });
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
