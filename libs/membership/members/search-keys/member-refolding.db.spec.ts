import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FixedClock, foldBarcode, ROOT_FOLDER } from '#kernel';
import { memberKeys } from '../member-search.rules.js';
import { testApp } from '#workshop/testing';
import pg from 'pg';
import { aMember } from '../members.fixtures.js';
import { aProduct } from '../../../goods/catalogue/catalogue.fixtures.js';
import { MemberRefolding } from './member-refolding.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { as, database, db, org } = await testApp({ clock });
const refolding = new MemberRefolding(db, clock);
const signal = new AbortController().signal;
const phoneOf = async (id: number) =>
  (await db.one<{ phone: string }>('SELECT phone FROM member WHERE id = $1', [id])).phone;

describe('keys of an earlier rule', () => {
  const keysOf = async (id: number) =>
    (
      await db.query<{ key: string }>(
        "SELECT kind || ' ' || key AS key FROM member_key WHERE member_id = $1 ORDER BY 1",
        [id],
      )
    ).map(({ key }) => key);
  const rightKeys = (name: string, phone: string | null) =>
    memberKeys({ name, phone })
      .map(({ key, kind }) => `${kind} ${key}`)
      .sort();

  it('are made anew, a stop loses nothing, and who was here lately stays first', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 130; n += 1)
      ids.push((await aMember(db, { name: `吕小${n % 10}` })).memberId);
    const [first = 0, last = 0] = [ids[0], ids.at(-1)];
    await db.query("UPDATE member SET name = '張\u200B麗' WHERE id = $1", [last]);
    await db.query("UPDATE member_key SET key = replace(key, 'lu', 'lv'), seen_on = '2026-11-20'");
    await db.query('DELETE FROM key_rule');
    // Stopped before it began: nothing is done, and nothing is said to be.
    await refolding.run({}, { signal: AbortSignal.abort() });
    expect((await keysOf(first)).some((key) => key.includes('lv'))).toBe(true);
    await refolding.run({}, { signal });
    expect(await keysOf(first)).toEqual(rightKeys('吕小0', await phoneOf(first)));
    expect(await keysOf(last)).toEqual(rightKeys('張麗', await phoneOf(last)));
    expect(await db.query('SELECT name FROM member WHERE id = $1', [last])).toEqual([
      { name: '張麗' },
    ]);
    expect(
      await db.query('SELECT DISTINCT seen_on AS "on" FROM member_key WHERE member_id = $1', [
        first,
      ]),
    ).toEqual([{ on: '2026-11-20' }]);
    const rule = await db.one<{ finished: boolean }>(
      "SELECT finished_at IS NOT NULL AS finished FROM key_rule WHERE subject = 'member'",
    );
    expect(rule.finished).toBe(true);
  });
});

describe('the step that folds what was kept', () => {
  it('writes phones and barcodes one way, keeps what collides, and shows it to head office', async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    // As it was before the step.
    await owner.query(`
      DROP TABLE number_collision, key_rule;
      DROP INDEX product_barcode_folded_key;
      ALTER TABLE product_barcode DROP COLUMN folded, DROP COLUMN doubled;
      DROP FUNCTION barcode_folded(text)`);
    const kept = await aMember(db, { name: '先到', phone: '13900019991' });
    const other = await aMember(db, { name: '后到', phone: '8613900019991' });
    const alone = await aMember(db, { name: '一人', phone: '+8613900019992' });
    const [early, late] = [
      await aMember(db, { name: '早', phone: '008613900019993' }),
      await aMember(db, { name: '晚', phone: '8613900019993' }),
    ];
    const abroad = await aMember(db, { name: '港', phone: '0085291234567' });
    const [upc, ean, box] = await db.write(async (tx) => {
      const made: number[] = [];
      for (const [name, barcode] of [
        ['罐', '036000291452'],
        ['瓶', '0036000291452'],
        ['箱', '10036000291459'],
      ] as const) {
        const id = await aProduct(tx, { name });
        await tx.query('INSERT INTO product_barcode (barcode, product_id) VALUES ($1, $2)', [
          barcode,
          id,
        ]);
        made.push(id);
      }
      return made;
    });
    await owner.query(
      await readFile(join(ROOT_FOLDER, 'migrations/0029-one-writing-of-numbers.sql'), 'utf8'),
    );
    await owner.end();

    expect(await phoneOf(kept.memberId)).toBe('13900019991');
    expect(await phoneOf(other.memberId)).toBe('8613900019991');
    expect(await phoneOf(alone.memberId)).toBe('13900019992');
    expect(await phoneOf(early.memberId)).toBe('13900019993');
    expect(await phoneOf(late.memberId)).toBe('8613900019993');
    expect(await phoneOf(abroad.memberId)).toBe('+85291234567');
    expect(
      await db.query(
        'SELECT kind, number, kept_by AS by, other_id AS other FROM number_collision ORDER BY id',
      ),
    ).toEqual([
      { kind: 'phone', number: '13900019991', by: kept.memberId, other: other.memberId },
      { kind: 'phone', number: '13900019993', by: early.memberId, other: late.memberId },
      { kind: 'barcode', number: '36000291452', by: upc, other: ean },
    ]);
    const codes = await db.query<{ barcode: string; folded: string }>(
      'SELECT barcode, folded FROM product_barcode',
    );
    for (const { barcode, folded } of codes) expect(folded).toBe(foldBarcode(barcode));
    const scan = async (q: string) =>
      (await as('cashier').get('/api/v1/products/lookup', { query: { q } })).body;
    expect((await scan('00036000291452')).products).toHaveLength(2);
    expect(await scan('10036000291459')).toMatchObject({ match: 'exact', products: [{ id: box }] });
    const shown = await as('head').get('/api/v1/reports/number-collisions/rows');
    expect(shown.body.rows).toHaveLength(3);
    expect(shown.text).toContain('后到');
    expect(org.renminId).toBeGreaterThan(0);
  });
});
