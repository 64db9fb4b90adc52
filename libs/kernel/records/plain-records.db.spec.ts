import { anOrganisation, testDatabase } from '#workshop/testing';
import { ListViewEntity } from '../../chain/list-views/list-view.entity.js';
import { TopUpRule } from '../../value/wallets/wallet.entity.js';
import { addRecord, changeRecord, lockRecord } from './plain-records.js';

const { db } = await testDatabase();

const terms = {
  name: '充 100 送 10',
  startsOn: '2026-11-01',
  payCents: 100_00,
  bonusCents: 10_00,
  bonusInstalments: 1,
  firstAfterMonths: 1,
  perMultiple: false,
  points: 0,
  active: true,
};
const added = () => db.write((tx) => addRecord(tx, TopUpRule, terms));

describe('a plain record', () => {
  it('comes back as it was written and as it is read: numbers, days as text, what the database filled in', async () => {
    const made = await added();
    expect(made).toMatchObject({ ...terms, version: 1, endsOn: null, levelId: null });
    expect([typeof made.id, made.madeAt]).toEqual(['number', expect.any(Date)]);
    expect(await db.manager.findOneBy(TopUpRule, { id: made.id })).toEqual(made);
    const row = await db.one(
      'SELECT pay_cents, starts_on, version FROM top_up_rule WHERE id = $1',
      [made.id],
    );
    expect(row).toEqual({ pay_cents: 100_00, starts_on: '2026-11-01', version: 1 });
  });

  it('keeps JSON as it is, and leaves the caller’s object alone', async () => {
    const { staffIds } = await anOrganisation(db);
    const columns = [{ id: 'name', width: 90 }, { id: 'phone' }];
    const values = {
      ...{ listId: 'members', name: '金卡', staffId: staffIds.head, shared: false, sort: '' },
      ...{ filters: { levelId: '3' }, columns },
    };
    const before = structuredClone(values);
    const made = await db.write((tx) => addRecord(tx, ListViewEntity, values));
    expect(made).toMatchObject(before);
    expect(values).toEqual(before);
  });

  it('counts its version up with each change, and leaves out what is undefined', async () => {
    const { id } = await added();
    const change = { name: '新', endsOn: '2026-12-31', bonusValidDays: undefined };
    const changed = await db.write((tx) => changeRecord(tx, TopUpRule, id, change));
    expect(changed).toMatchObject({ ...terms, name: '新', endsOn: '2026-12-31', version: 2 });
    const again = await db.write((tx) => changeRecord(tx, TopUpRule, id, { endsOn: null }));
    expect(again).toMatchObject({ name: '新', endsOn: null, version: 3 });
  });

  it('that is not there is not changed', async () => {
    const lost = db.write((tx) => changeRecord(tx, TopUpRule, 999_999, { name: '无' }));
    await expect(lost).rejects.toThrow('TopUpRule: the record is not there');
  });
});

describe('a record and the transaction it is asked in', () => {
  it('are one: SQL sees what was added, and nothing stays where the transaction fails', async () => {
    const lost = db.write(async (tx) => {
      const { id } = await addRecord(tx, TopUpRule, terms);
      const seen = await tx.one('SELECT count(*) FROM top_up_rule WHERE id = $1', [id]);
      expect(seen).toEqual({ count: 1 });
      // Another connection.
      expect(await db.manager.countBy(TopUpRule, { id })).toBe(0);
      throw new Error(`of ${id}`);
    });
    await expect(lost).rejects.toThrow('of ');
    const id = Number(/\d+/.exec(String(await lost.catch((error: unknown) => error)))?.[0]);
    expect(await db.manager.countBy(TopUpRule, { id })).toBe(0);
  });

  it('is locked until that transaction ends', async () => {
    const { id } = await added();
    const bonuses = await Promise.all(
      Array.from({ length: 6 }, () =>
        db.write(async (tx) => {
          const rule = await lockRecord(tx, TopUpRule, { id });
          const bonusCents = (rule?.bonusCents ?? 0) + 1;
          return (await changeRecord(tx, TopUpRule, id, { bonusCents })).bonusCents;
        }),
      ),
    );
    expect(bonuses.sort()).toEqual([1, 2, 3, 4, 5, 6].map((more) => 10_00 + more));
  });

  it('runs again with it after a deadlock', async () => {
    const [one, other] = [await added(), await added()];
    let both = 0;
    let meet: () => void = () => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    const change = (ids: number[]) =>
      db.write(async (tx) => {
        for (const [place, id] of ids.entries()) {
          if (place === 1 && ++both === 2) meet();
          if (place === 1) await met;
          await lockRecord(tx, TopUpRule, { id });
          await changeRecord(tx, TopUpRule, id, { points: 5 });
        }
      });
    await Promise.all([change([one.id, other.id]), change([other.id, one.id])]);
    expect(db.contention.failures.get('40P01')).toBeGreaterThan(0);
    expect(await db.manager.findOneBy(TopUpRule, { id: one.id })).toMatchObject({ version: 3 });
  });

  it('is refused in a snapshot: reading writes nothing', async () => {
    const { id } = await added();
    const lost = db.read((sql) => sql.manager.update(TopUpRule, id, { points: 1 }));
    await expect(lost).rejects.toMatchObject({ code: '25006' });
  });
});
