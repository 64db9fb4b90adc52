import { insertRole } from '#chain/identity';
import { permissionCodes } from '#kernel';
import { aStaffMember } from '../../chain/identity/identity.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { BINARY, IMPORTS, importsHouse } from './imports-house.fixtures.js';
import { aWorkbook } from '../../chain/imports/imports.fixtures.js';

const { db, org, as, background } = await importsHouse();
const PHONES = ['13900007001', '13900007002', '13900007003'];
for (const phone of PHONES) await aMember(db, { phone });

/** Somebody who takes members over, with or without the right to see whole phones. */
async function importer(login: string, seesPhones: boolean) {
  const permissions = permissionCodes().filter((code) => seesPhones || code !== 'member.phone');
  const staffId = await db.write(async (tx) => {
    const role = { code: login, name: login, permissions, allStores: true };
    const roleIds = [await insertRole(tx, role)];
    return aStaffMember(tx, { login, homeStoreId: org.renminId, roleIds });
  });
  return { staffId, who: as(login) };
}

async function tried({ who }: Awaited<ReturnType<typeof importer>>, phones: readonly string[]) {
  const file = await aWorkbook([['姓名', '手机'], ...phones.map((phone, i) => [`某${i}`, phone])]);
  const query = new URLSearchParams({ fileName: 'a.xlsx', source: 'guess', locale: 'zh-CN' });
  const { body } = await who.post(`${IMPORTS}?${query}`, file, BINARY);
  await background.work();
  const { sheet } = (await who.get(`${IMPORTS}/${body.id}`)).body;
  const mapping = { columns: sheet.suggested, defaultStoreId: org.binjiangId };
  const mapped = await who.put(`${IMPORTS}/${body.id}/mapping`, mapping);
  expect([mapped.status, mapped.text]).toEqual([200, expect.any(String)]);
  await background.work();
  const view = (await who.get(`${IMPORTS}/${body.id}`)).body;
  return { view, rows: (await who.get(`${IMPORTS}/${body.id}/wrong-rows`)).body.rows as object[] };
}

const recorded = (staffId: number) =>
  db.query(
    "SELECT (after ->> 'rows')::int AS rows FROM audit_record WHERE action = 'import.find_phones' AND staff_id = $1 ORDER BY id",
    [staffId],
  );
const told = (staffId: number, rows: number) =>
  db.query(
    `INSERT INTO audit_record (staff_id, action, subject_kind, subject_id, after)
     VALUES ($1, 'import.find_phones', 'import', '0', jsonb_build_object('rows', $2::int))`,
    [staffId, rows],
  );

describe('a file of phones', () => {
  it('that tells who is a member is recorded with the number of such rows', async () => {
    const person = await importer('recorded', false);
    const { view, rows } = await tried(person, [...PHONES.slice(0, 2), '13900007999']);
    expect(view).toMatchObject({ status: 'checked', findings: { wrongRows: 2 } });
    expect(rows).toHaveLength(2);
    expect(await recorded(person.staffId)).toEqual([{ rows: 2 }]);
  });

  it('is refused, and tells nothing, where the day has told enough', async () => {
    const person = await importer('curious', false);
    await told(person.staffId, 498);
    const { view, rows } = await tried(person, PHONES);
    expect(view).toMatchObject({ status: 'refused', errorCode: 'too_many_taken' });
    expect(view.findings).toBeNull();
    expect(rows).toEqual([]);
    expect(await recorded(person.staffId)).toEqual([{ rows: 498 }]);
    // Two more are within the bound; after that not even one, nor by a second file.
    expect((await tried(person, PHONES.slice(0, 2))).view.status).toBe('checked');
    expect((await tried(person, PHONES.slice(0, 1))).view.status).toBe('refused');
    expect((await tried(person, ['13900007998'])).view.status).toBe('checked');
  });

  it('has no bound for who may see whole phones, and is recorded all the same', async () => {
    const person = await importer('trusted', true);
    await told(person.staffId, 10_000);
    expect((await tried(person, PHONES)).view.status).toBe('checked');
    expect(await recorded(person.staffId)).toEqual([{ rows: 10_000 }, { rows: 3 }]);
  });
});
