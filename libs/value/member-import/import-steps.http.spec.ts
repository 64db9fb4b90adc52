import { existsSync } from 'node:fs';
import path from 'node:path';
import { oldRow } from './member-import.fixtures.js';
import { BINARY, importsHouse, IMPORTS, sheetOf } from './imports-house.fixtures.js';
import { MEMBER_FIELDS } from './import-fields.rules.js';
import { IMPORT_TEXT } from './member-import.locale.js';
import { templateWorkbook } from '../../chain/imports/import-template.js';

const { db, org, as, head, clock, dataDir, background, uploaded, view, imported } =
  await importsHouse();

describe('steps and rights', () => {
  it('refuses a file that is none, with what to do', async () => {
    const id = await uploaded(Buffer.from('<html><table></table></html>'));
    expect(await view(id)).toMatchObject({ status: 'refused', errorCode: 'html_table' });
    const mapped = await head.put(`${IMPORTS}/${id}/mapping`, {
      columns: {},
      defaultStoreId: org.renminId,
    });
    expect(mapped.body).toMatchObject({ code: 'import.wrong_step', params: { status: 'refused' } });
  });

  it('says which column is missing before any row is looked at', async () => {
    const id = await uploaded(await sheetOf(oldRow(71)));
    const { status, body } = await head.put(`${IMPORTS}/${id}/mapping`, {
      columns: { principal: 8, points: 8 },
      defaultStoreId: org.renminId,
    });
    expect([status, body.errors]).toEqual([
      422,
      [
        { field: 'columns.points', code: 'import.column_twice' },
        { field: 'columns.cardNo', code: 'import.no_identity' },
        { field: 'columns.name', code: 'import.no_name' },
      ],
    ]);
    const strange = await head.put(`${IMPORTS}/${id}/mapping`, {
      columns: { salary: 1 },
      defaultStoreId: org.renminId,
    });
    expect(strange.status).toBe(422);
  });

  it('takes bodies as they are up to the limit, and only here', async () => {
    const query = 'fileName=a.xlsx&source=old&locale=zh-CN';
    expect((await head.post(`${IMPORTS}?${query}`, Buffer.alloc(0), BINARY)).body.code).toBe(
      'import.file_empty',
    );
    const large = await head.post(`${IMPORTS}?${query}`, Buffer.alloc(31 * 1_048_576), BINARY);
    expect([large.status, large.body.code]).toEqual([413, 'import.file_too_large']);
    expect((await head.post(`${IMPORTS}?${query}`, {})).status).toBe(422);
    expect((await head.post('/api/v1/session', Buffer.from('x'), BINARY)).status).toBe(415);
  });

  it('is head office’s alone', async () => {
    for (const login of ['manager', 'cashier']) {
      const answer = await as(login).get(IMPORTS);
      expect([answer.status, answer.body.code]).toEqual([403, 'access.forbidden']);
    }
    expect((await head.get(`${IMPORTS}/999999`)).body.code).toBe('import.not_found');
    expect((await head.get(IMPORTS)).body.total).toBeGreaterThan(1);
  });

  it('has a template that it takes itself, the example left out', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const answer = await head.get(`${IMPORTS}/template?locale=${locale}`);
      expect(answer.headers['content-disposition']).toContain('member-import-template.xlsx');
      const id = await uploaded(
        await templateWorkbook({ fields: MEMBER_FIELDS, text: IMPORT_TEXT }, locale),
      );
      expect(await view(id)).toMatchObject({ status: 'refused', errorCode: 'no_rows' });
    }
  });

  it('forgets files and rows after thirty days; documents stay', async () => {
    const done = await imported(await sheetOf(oldRow(81), oldRow(82, { 本金: 'x' })));
    clock.set('2026-12-23T04:00:00Z');
    await background.tidy();
    clock.set('2026-11-22T04:00:00Z');
    expect(await view(done.id)).toMatchObject({ status: 'done', hasErrorFile: false });
    expect(existsSync(path.join(dataDir, 'imports', `${done.id}.upload`))).toBe(false);
    const { lines, documents } = await db.one<Record<string, number>>(
      `SELECT (SELECT count(*) FROM import_line) AS lines, (SELECT count(*) FROM import_row WHERE import_id = $1) AS documents`,
      [done.id],
    );
    expect([lines, documents]).toEqual([0, 1]);
  });
});
