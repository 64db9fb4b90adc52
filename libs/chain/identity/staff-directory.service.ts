import { Injectable } from '@nestjs/common';
import { permissionCodesFor, type Actor, type Sql } from '#kernel';
import { expandPermissions } from './role.rules.js';
import { StaffRepository } from './staff.repository.js';

/** Somebody who works here, with what they may do and where, whether or not they are signed in. */
export type StaffPerson = Pick<
  Actor,
  'staffId' | 'name' | 'permissions' | 'storeIds' | 'allStores'
> & { login: string };

@Injectable()
export class StaffDirectory {
  constructor(private readonly staff: StaffRepository) {}

  /** An active person by login or id. */
  async find(
    sql: Sql,
    wanted: { login: string } | { staffId: number },
  ): Promise<StaffPerson | undefined> {
    const person = await this.staff.person(sql, wanted);
    return (
      person && {
        ...person,
        permissions: new Set(expandPermissions(person.permissions, permissionCodesFor(person))),
      }
    );
  }
}
