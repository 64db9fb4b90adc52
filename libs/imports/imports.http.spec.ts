import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { FixedClock } from '#kernel';
import { testApp } from '#testing';
import { aMember } from '../members/members.fixtures.js';
import { asGb18030, aWorkbook, type FixtureCell, OLD_HEADER, oldRow } from './imports.fixtures.js';
import { importsBackground } from './imports-worker.fixtures.js';

const dataDir = await mkdtemp(path.join(tmpdir(), 'shuke-imports-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const { db, org, as, app, database } = await testApp({ clock, env: { DATA_DIR: dataDir } });
const background = await importsBackground(db, { url: database.url, dataDir }, clock);
const { close } = database;
database.close = async () => {
  await background.close();
  await close();
};
const head = as('head');

const BINARY = { headers: { 'content-type': 'application/octet-stream' } };
const PATH = '/api/v1/imports';

async function uploaded(content: Buffer, source = 'old'): Promise<number> {
  const query = new URLSearchParams({ fileName: '会员.xlsx', source, locale: 'zh-CN' });
  const { status, body, text } = await head.post(`${PATH}?${query}`, content, BINARY);
  expect([status, text]).toEqual([201, expect.any(String)]);
  await background.work();
  return body.id;
}

const view = async (id: number) => (await head.get(`${PATH}/${id}`)).body;

async function checked(id: number, mapping: object = {}) {
  const { sheet } = await view(id);
  const body = { columns: sheet.suggested, defaultStoreId: org.binjiangId, ...mapping };
  const answer = await head.put(`${PATH}/${id}/mapping`, body);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  await background.work();
  return view(id);
}

const signed = (ready: Record<string, number>) => {
  const { spendCents: _spend, ...totals } = ready;
  return totals;
};
const commit = (id: number, totals: object, key = randomUUID()) =>
  head.post(`${PATH}/${id}/commit`, { totals }, { key });

async function imported(content: Buffer, mapping: object = {}, source?: string) {
  const id = await uploaded(content, source);
  const { findings } = await checked(id, mapping);
  const answer = await commit(id, signed(findings.ready));
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  await background.work();
  return view(id);
}

const sheetOf = (...rows: FixtureCell[][]) => aWorkbook([OLD_HEADER, ...rows]);
const worth = () =>
  db.one<Record<string, number>>(
    `SELECT (SELECT count(*) FROM member) AS members, (SELECT count(*) FROM card) AS cards, (SELECT count(*) FROM ledger.entry) AS entries,
            coalesce(sum(balance) FILTER (WHERE kind = 'principal'), 0)::bigint AS principal, coalesce(sum(balance) FILTER (WHERE kind = 'bonus'), 0)::bigint AS bonus,
            coalesce(sum(balance) FILTER (WHERE kind = 'points'), 0)::bigint AS points FROM ledger.account`,
  );

describe('an import of members', () => {
  it('takes over members with cards, levels, stores and opening balances', async () => {
    const before = await worth();
    const done = await imported(
      await sheetOf(
        oldRow(1),
        oldRow(2, { 卡状态: '挂失', 会员类别: 'silver', 开卡门店: null, 备注: '老会员' }),
        oldRow(3, { 本金: 0, 赠送金额: 0, 积分: 0, 手机号码: null, 卡状态: '注销' }),
      ),
    );
    expect(done).toMatchObject({
      status: 'done',
      rowsDone: 3,
      hasErrorFile: false,
      signedByName: '钱总',
    });
    expect(done.outcome).toEqual({
      imported: {
        rows: 3,
        principalCents: 201_00,
        bonusCents: 40_00,
        points: 600,
        visits: 0,
        spendCents: 3_000_00,
      },
      knownRows: 0,
      wrongRows: 0,
      referrersLinked: 0,
    });
    const after = await worth();
    expect(after).toEqual({
      members: before['members']! + 3,
      cards: before['cards']! + 3,
      entries: before['entries']! + 2,
      principal: before['principal']! + 201_00,
      bonus: before['bonus']! + 40_00,
      points: before['points']! + 600,
    });

    const found = await head.get('/api/v1/members?q=88000002');
    expect(found.body.rows).toEqual([
      expect.objectContaining({
        name: '王小2',
        levelName: '银卡',
        homeStoreName: '滨江店',
        joinedOn: '2024-06-01',
        principalCents: 100_50,
        bonusCents: 20_00,
        points: 300,
      }),
    ]);
    const cards = await db.query(
      "SELECT card_no, status, origin, issued_on::text, store_id FROM card WHERE card_no LIKE '8800000_' ORDER BY card_no",
    );
    expect(cards).toEqual([
      {
        card_no: '88000001',
        status: 'active',
        origin: 'imported',
        issued_on: '2024-06-01',
        store_id: org.renminId,
      },
      {
        card_no: '88000002',
        status: 'lost',
        origin: 'imported',
        issued_on: '2024-06-01',
        store_id: org.binjiangId,
      },
      {
        card_no: '88000003',
        status: 'closed',
        origin: 'imported',
        issued_on: '2024-06-01',
        store_id: org.renminId,
      },
    ]);
    const lots = await db.query(
      `SELECT a.kind, l.remaining, l.origin_store_id AS store, l.origin_on::text AS "on", l.expires_on::text AS until, l.gifted
         FROM card c JOIN ledger.account a ON a.owner_id = CASE a.kind WHEN 'points' THEN c.member_id ELSE c.wallet_id END
         JOIN ledger.lot l ON l.account_id = a.id WHERE c.card_no = '88000001' AND a.kind IN ('principal', 'bonus', 'points') ORDER BY a.kind`,
    );
    expect(lots).toEqual([
      {
        kind: 'bonus',
        remaining: 20_00,
        store: org.renminId,
        on: '2024-06-01',
        until: null,
        gifted: true,
      },
      {
        kind: 'points',
        remaining: 300,
        store: org.renminId,
        on: '2024-06-01',
        until: '2027-12-31',
        gifted: true,
      },
      {
        kind: 'principal',
        remaining: 100_50,
        store: org.renminId,
        on: '2024-06-01',
        until: null,
        gifted: false,
      },
    ]);
    const { spend, passwords } = await db.one<Record<string, number>>(
      `SELECT (SELECT earlier_spend_cents FROM member WHERE name = '王小1') AS spend,
              (SELECT count(*) FROM import_line WHERE cells::text LIKE '%123456%') AS passwords`,
    );
    expect([spend, passwords]).toEqual([1_000_00, 0]);
  });

  it('changes nothing when the same file comes again, as a workbook or as text of Chinese Windows', async () => {
    const before = await worth();
    const again = await uploaded(
      await sheetOf(
        oldRow(1),
        oldRow(2, { 卡状态: '挂失', 会员类别: 'silver', 开卡门店: null, 备注: '老会员' }),
      ),
    );
    const { findings } = await checked(again);
    expect(findings).toMatchObject({ knownRows: 2, wrongRows: 0, ready: { rows: 0 } });
    expect((await commit(again, signed(findings.ready))).body.code).toBe(
      'import.nothing_to_import',
    );

    const text = [OLD_HEADER, oldRow(1, { 开卡日期: '2024年6月1日', 本金: '¥100.50' })]
      .map((row) => row.join(','))
      .join('\r\n');
    const csv = await checked(await uploaded(asGb18030(text.replace('¥', '￥'))));
    expect(csv).toMatchObject({ fileKind: 'csv', findings: { knownRows: 1, ready: { rows: 0 } } });
    expect(await worth()).toEqual(before);
  });

  it('reports a row that changed meanwhile, and does not double it', async () => {
    const before = await worth();
    const id = await uploaded(await sheetOf(oldRow(1, { 本金: 999 })));
    const { findings } = await checked(id);
    expect(findings).toMatchObject({ wrongRows: 1, ready: { rows: 0 } });
    const { rows } = (await head.get(`${PATH}/${id}/wrong-rows`)).body;
    expect(rows[0].problems).toEqual([
      {
        field: null,
        code: 'changed_since',
        params: { importId: expect.any(Number), date: '2026-11-22' },
      },
    ]);
    expect(await worth()).toEqual(before);
  });

  it('gives the refused rows back as the template with reasons; corrected they import, and the totals are equal', async () => {
    await aMember(db, { name: '别人', phone: '19900010013' });
    const rows = [
      oldRow(11),
      oldRow(12, { 本金: '很多' }),
      oldRow(13),
      oldRow(14, { 会员类别: '钻石卡' }),
      oldRow(15, { 开卡日期: '2024-13-01', 会员姓名: null }),
      oldRow(11, { 会员姓名: '又一个' }),
      oldRow(16),
    ];
    const before = await worth();
    const first = await imported(await sheetOf(...rows));
    expect(first).toMatchObject({
      status: 'done',
      errorRows: 5,
      hasErrorFile: true,
      outcome: { imported: { rows: 2 }, wrongRows: 5 },
    });
    expect(first.findings.unknownLevels).toEqual([{ word: '钻石卡', rows: 1 }]);

    const file = await errorFile(first.id);
    const sheet = file.worksheets[0]!;
    const header = (sheet.getRow(1).values as string[]).slice(1);
    expect(header.slice(0, 3)).toEqual(['卡号', '会员编号', '姓名']);
    const reasonAt = header.indexOf('未导入原因') + 1;
    const reasons = [2, 3, 4, 5, 6].map((row) => sheet.getCell(row, reasonAt).text);
    expect(reasons).toEqual([
      '本金：不是数字',
      '手机：这个手机号已属于另一位会员',
      '会员等级：没有名为“钻石卡”的等级，请在对应关系里选择',
      '开卡日期：不是日期，请写成 2026-01-05; 姓名：姓名和昵称至少要有一个',
      '卡号：与第 2 行重复',
    ]);
    const put = (row: number, field: string, value: string | number) =>
      (sheet.getCell(row, header.indexOf(field) + 1).value = value);
    put(2, '本金', 100.5);
    put(3, '手机', '19900010099');
    put(5, '开卡日期', '2024-06-01');
    put(5, '姓名', '王小15');
    put(6, '卡号', '88000017');
    put(6, '手机', '19900010017');
    const corrected = Buffer.from(await file.xlsx.writeBuffer());
    const second = await imported(corrected, { levelWords: { 钻石卡: org.levelIds.gold } });
    expect(second).toMatchObject({
      errorRows: 0,
      outcome: {
        imported: { rows: 5, principalCents: 5 * 100_50, bonusCents: 100_00, points: 1_500 },
      },
    });

    const after = await worth();
    expect(after['members']! - before['members']!).toBe(7);
    expect(after['principal']! - before['principal']!).toBe(7 * 100_50);
    expect(after['points']! - before['points']!).toBe(7 * 300);
  });

  it('links who was referred, wherever the referrer stands in the file', async () => {
    const header = ['会员编号', '姓名', '手机', '推荐人', '标签', '农历生日'];
    const done = await imported(
      await aWorkbook([
        header,
        ['B1', '甲', '19900020001', 'B2', '老客,生日', '闰六月十五'],
        ['B2', '乙', '19900020002', '88000001', null, null],
        ['B3', '丙', '19900020003', '19900020001', null, null],
        ['B4', '丁', '19900020004', 'NOBODY1', null, null],
      ]),
    );
    expect(done.outcome).toMatchObject({ imported: { rows: 4 }, referrersLinked: 3 });
    const links = await db.query(
      `SELECT m.name, r.name AS referrer FROM member m JOIN member r ON r.id = m.referrer_id WHERE m.phone LIKE '1990002000_' ORDER BY m.phone`,
    );
    expect(links).toEqual([
      { name: '甲', referrer: '乙' },
      { name: '乙', referrer: '王小1' },
      { name: '丙', referrer: '甲' },
    ]);
    expect(
      await db.one(
        `SELECT m.birthday_calendar AS calendar, m.birth_leap_month AS leap, (SELECT count(*) FROM member_tag t WHERE t.member_id = m.id) AS tags
           FROM member m WHERE m.phone = '19900020001'`,
      ),
    ).toEqual({ calendar: 'lunar', leap: true, tags: 2 });
  });
});

async function errorFile(id: number): Promise<ExcelJS.Workbook> {
  expect((await head.get(`${PATH}/${id}/error-file`)).status).toBe(200);
  return new ExcelJS.Workbook().xlsx.readFile(path.join(dataDir, 'imports', `${id}-errors.xlsx`));
}

describe('signing', () => {
  it('is refused when the figures differ, and answers a retry as before', async () => {
    const id = await uploaded(await sheetOf(oldRow(31), oldRow(32)));
    const { findings } = await checked(id);
    const totals = signed(findings.ready);
    const wrong = await commit(id, { ...totals, principalCents: 1, points: 2 });
    expect([wrong.status, wrong.body.code, wrong.body.params]).toEqual([
      409,
      'import.totals_differ',
      { figures: ['principalCents', 'points'] },
    ]);
    const key = randomUUID();
    const first = await commit(id, totals, key);
    expect(first.body).toEqual({ importId: id, status: 'committing' });
    const again = await commit(id, totals, key);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect((await commit(id, totals)).body).toMatchObject({ code: 'import.wrong_step' });
    await background.work();
    expect((await view(id)).status).toBe('done');
  });

  it('by two at once takes the rows over once', async () => {
    const id = await uploaded(await sheetOf(oldRow(41), oldRow(42)));
    const totals = signed((await checked(id)).findings.ready);
    const answers = await Promise.all([commit(id, totals), commit(id, totals), commit(id, totals)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await Promise.all([background.work(), background.work()]);
    expect((await view(id)).outcome.imported.rows).toBe(2);
  });

  it('of two imports with the same people takes each over once', async () => {
    const one = await uploaded(await sheetOf(oldRow(51), oldRow(52)));
    const other = await uploaded(await sheetOf(oldRow(52), oldRow(53)));
    for (const id of [one, other]) expect((await checked(id)).findings.ready.rows).toBe(2);
    for (const id of [one, other])
      expect((await commit(id, signed((await view(id)).findings.ready))).status).toBe(200);
    await Promise.all([background.work(), background.work()]);
    const [a, b] = [(await view(one)).outcome, (await view(other)).outcome];
    expect(a.imported.rows + b.imported.rows).toBe(3);
    expect(a.knownRows + b.knownRows).toBe(1);
  });

  it('sees a phone that was taken after the dry run', async () => {
    const id = await uploaded(await sheetOf(oldRow(61), oldRow(62)));
    const { findings } = await checked(id);
    await aMember(db, { name: '捷足先登', phone: '19900010062' });
    await commit(id, signed(findings.ready));
    await background.work();
    expect(await view(id)).toMatchObject({
      status: 'done',
      errorRows: 1,
      hasErrorFile: true,
      outcome: { imported: { rows: 1 }, wrongRows: 1 },
    });
  });
});

describe('stopping', () => {
  it('leaves what was taken over and goes no further; the same file takes the rest', async () => {
    const rows = Array.from({ length: 450 }, (_, index) => oldRow(1_000 + index));
    const id = await uploaded(await sheetOf(...rows));
    const { findings } = await checked(id);
    await commit(id, signed(findings.ready));
    const stopping = new AbortController();
    const working = background.work(stopping.signal).catch(() => 'stopped');
    for (let tries = 0; tries < 500 && (await view(id)).rowsDone === 0; tries += 1);
    stopping.abort();
    await working;
    const { status, rowsDone } = await view(id);
    expect([status, rowsDone > 0 && rowsDone < 450]).toEqual(['committing', true]);

    expect((await head.post(`${PATH}/${id}/cancellation`)).body.status).toBe('cancelled');
    expect((await head.post(`${PATH}/${id}/cancellation`)).body.code).toBe('import.wrong_step');
    const rest = await imported(await sheetOf(...rows));
    expect(rest.findings).toMatchObject({ knownRows: rowsDone, ready: { rows: 450 - rowsDone } });
    expect(rest.outcome.imported.rows).toBe(450 - rowsDone);
  });

  it('goes on where a run ended that was not cancelled', async () => {
    const id = await uploaded(
      await sheetOf(...Array.from({ length: 250 }, (_, index) => oldRow(2_000 + index))),
    );
    await commit(id, signed((await checked(id)).findings.ready));
    const stopping = new AbortController();
    stopping.abort();
    await background.work(stopping.signal).catch(() => undefined);
    await db.query(
      "UPDATE outbox SET relayed_at = NULL WHERE topic = 'import.signed' AND payload ->> 'importId' = $1",
      [String(id)],
    );
    await background.work();
    expect(await view(id)).toMatchObject({ status: 'done', outcome: { imported: { rows: 250 } } });
  });
});

describe('steps and rights', () => {
  it('refuses a file that is none, with what to do', async () => {
    const id = await uploaded(Buffer.from('<html><table></table></html>'));
    expect(await view(id)).toMatchObject({ status: 'refused', errorCode: 'html_table' });
    const mapped = await head.put(`${PATH}/${id}/mapping`, {
      columns: {},
      defaultStoreId: org.renminId,
    });
    expect(mapped.body).toMatchObject({ code: 'import.wrong_step', params: { status: 'refused' } });
  });

  it('says which column is missing before any row is looked at', async () => {
    const id = await uploaded(await sheetOf(oldRow(71)));
    const { status, body } = await head.put(`${PATH}/${id}/mapping`, {
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
    const strange = await head.put(`${PATH}/${id}/mapping`, {
      columns: { salary: 1 },
      defaultStoreId: org.renminId,
    });
    expect(strange.status).toBe(422);
  });

  it('takes bodies as they are up to the limit, and only here', async () => {
    const query = 'fileName=a.xlsx&source=old&locale=zh-CN';
    expect((await head.post(`${PATH}?${query}`, Buffer.alloc(0), BINARY)).body.code).toBe(
      'import.file_empty',
    );
    const large = await head.post(`${PATH}?${query}`, Buffer.alloc(31 * 1_048_576), BINARY);
    expect([large.status, large.body.code]).toEqual([413, 'import.file_too_large']);
    expect((await head.post(`${PATH}?${query}`, {})).status).toBe(422);
    expect((await head.post('/api/v1/session', Buffer.from('x'), BINARY)).status).toBe(415);
  });

  it('is head office’s alone', async () => {
    for (const login of ['manager', 'cashier']) {
      const answer = await as(login).get(PATH);
      expect([answer.status, answer.body.code]).toEqual([403, 'access.forbidden']);
    }
    expect((await head.get(`${PATH}/999999`)).body.code).toBe('import.not_found');
    expect((await head.get(PATH)).body.total).toBeGreaterThan(5);
  });

  it('has a template that it takes itself, the example left out', async () => {
    for (const locale of ['zh-CN', 'en']) {
      const { raw } = await template(locale);
      const id = await uploaded(raw);
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

async function template(locale: string): Promise<{ raw: Buffer }> {
  const { templateWorkbook } = await import('./import-template.js');
  const answer = await head.get(`${PATH}/template?locale=${locale}`);
  expect(answer.headers['content-disposition']).toContain('member-import-template.xlsx');
  expect(app).toBeDefined();
  return { raw: await templateWorkbook(locale as 'en') };
}
