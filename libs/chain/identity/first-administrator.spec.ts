import { testDatabase } from '#workshop/testing';
import { createFirstAdministrator } from './first-administrator.js';

const { db } = await testDatabase();
const who = {
  login: 'Owner',
  name: '老板',
  password: 'long enough',
  storeCode: 'HO',
  storeName: '总部',
  timezone: 'Asia/Shanghai',
};

it('makes head office, the roles and one administrator, once', async () => {
  await expect(createFirstAdministrator(db, { ...who, password: 'owner' })).rejects.toMatchObject({
    code: 'installation.password_too_weak',
  });
  const both = await Promise.allSettled([
    createFirstAdministrator(db, who),
    createFirstAdministrator(db, who),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await db.query('SELECT login FROM staff')).toEqual([{ login: 'owner' }]);
  expect(await db.query('SELECT code FROM role ORDER BY id')).toEqual([
    { code: 'head_office' },
    { code: 'manager' },
    { code: 'cashier' },
  ]);
  await expect(createFirstAdministrator(db, who)).rejects.toMatchObject({
    code: 'installation.not_empty',
  });
});
