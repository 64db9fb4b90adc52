import { globSync, readFileSync } from 'node:fs';
import { SETTINGS } from '#chain/settings';
import { declaredNotices } from '#chain/notices';
import { declaredDocuments } from '#membership/documents';
import { testDatabase } from '#workshop/testing';
import { declareCapabilities } from './capabilities.js';

declareCapabilities();
const { db } = await testDatabase();
const documents = declaredDocuments();
const sources = globSync('libs/**/*.ts')
  .filter((file) => !/\.(spec|fixtures)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const noticesOf = ({ notices }: (typeof documents)[number]) =>
  typeof notices === 'string' ? [] : notices;

/** Their rows name the entry of a document that stands elsewhere. */
const OTHERS = ['approval'];

describe('every kind of document', () => {
  it('is declared: whatever table names an entry belongs to one', async () => {
    const tables = await db.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'entry_id' ORDER BY 1`,
    );
    const declared = documents.flatMap(({ tables: own }) => own);
    expect(tables.map(({ name }) => name).sort()).toEqual([...declared, ...OTHERS].sort());
  });

  it.each(documents)('$kind has entries, and a check for each of its tables', (document) => {
    const { entries, checks, tables } = document;
    expect(entries.length).toBeGreaterThan(0);
    const sql = checks.map((check) => (typeof check.sql === 'string' ? check.sql : check.sql()));
    for (const table of tables)
      expect(sql.some((text) => new RegExp(`\\b${table}\\b`).test(text))).toBe(true);
  });

  it.each(documents.flatMap(noticesOf))(
    '$kind is said where it is done, told to the member, and has a setting',
    (notice) => {
      expect(SETTINGS).toHaveProperty([notice.setting]);
      expect(declaredNotices()).toContain(notice);
      // In the act, and in the declaration.
      expect(sources.split(`'${notice.topic}'`).length - 1).toBeGreaterThanOrEqual(2);
    },
  );

  it('says why where a member sees or hears nothing of it', () => {
    for (const { timeline, notices } of documents)
      for (const said of [timeline, notices])
        if (typeof said === 'string') expect(said.length).toBeGreaterThan(20);
  });
});
