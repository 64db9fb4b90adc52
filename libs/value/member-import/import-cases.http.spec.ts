import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsHouse, IMPORTS, sheetOf, signed } from './imports-house.fixtures.js';
import { aWorkbook } from '../../chain/imports/imports.fixtures.js';
import { oldRow } from './member-import.fixtures.js';
import type { ImportView, WrongRowView } from '../../chain/imports/import.dto.js';
import type { MemberFindings } from './member-import.types.js';

const { db, org, head, uploaded, checked, commit, imported, view, background } =
  await importsHouse();
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures');
const fixture = (name: string) => readFile(path.join(folder, name));

/** What became of each row of a file: refused with its reasons, or taken. */
async function judged(content: Buffer, mapping: object = {}) {
  const id = await uploaded(content);
  const job: ImportView & { findings: MemberFindings | null } = await checked(id, mapping);
  const { body } = await head.get(`${IMPORTS}/${id}/wrong-rows?pageSize=100`);
  const refused = Object.fromEntries(
    (body.rows as WrongRowView[]).map(({ cells, problems }) => [
      cells[0],
      problems.map(({ field, code }) => `${field} ${code}`).join(', '),
    ]),
  );
  return { id, refused, findings: job.findings! };
}

async function takenOver(id: number): Promise<void> {
  const { findings } = await view(id);
  expect((await commit(id, signed(findings.ready))).status).toBe(200);
  await background.work();
}

const wallets = (prefix: string) =>
  db.query<{ card: string; phone: string | null; principal: number }>(
    `SELECT c.card_no AS card, m.phone, (SELECT a.balance FROM ledger.account a WHERE a.kind = 'principal' AND a.owner_id = c.wallet_id) AS principal
       FROM card c JOIN member m ON m.id = c.member_id WHERE c.card_no LIKE $1 ORDER BY c.card_no`,
    [`${prefix}%`],
  );

describe('files that failed once', () => {
  it('decimal commas: what can be read in two ways is refused, the rest is read right', async () => {
    const { id, refused, findings } = await judged(await fixture('decimal-commas.xlsx'));
    const unclear = (field: string) => `${field} unclear_separator`;
    expect(refused).toEqual({
      DC119000: unclear('principal'),
      DC119001: unclear('principal'),
      DC119002: unclear('principal'),
      DC119004: unclear('principal'),
      DC119005: unclear('principal'),
      DC119006: unclear('bonus'),
      DC119007: unclear('points'),
      DC119008: unclear('points'),
      DC119009: unclear('spend'),
      DC119011: unclear('principal'),
      DC119012: unclear('principal'),
      DC119013: unclear('principal'),
      DC119018: 'principal not_an_amount',
      DC119019: 'principal not_an_amount',
      DC119023: 'principal not_an_amount',
    });
    expect(findings).toMatchObject({ wrongRows: 15, unreadRows: 15, ready: { rows: 9 } });
    await takenOver(id);
    expect((await wallets('DC')).map(({ card, principal }) => [card, principal])).toEqual([
      ['DC119003', 1_000_00],
      ['DC119010', 1_234_567_00],
      ['DC119014', 50],
      ['DC119015', 5_00],
      ['DC119016', 5_00],
      ['DC119017', 50_50],
      ['DC119020', 50_00],
      ['DC119021', 50_00],
      ['DC119022', 50_00],
    ]);
  });

  it('semicolons and decimal commas', async () => {
    const { refused } = await judged(await fixture('semicolons.csv'));
    expect(refused).toEqual({
      SE10931: 'principal unclear_separator',
      SE10932: 'principal unclear_separator',
    });
  });

  it('phones as they are copied from anywhere', async () => {
    const { id, refused } = await judged(await fixture('copied-phones.xlsx'));
    expect(refused).toEqual({
      PN100714: 'phone not_a_phone',
      PN100717: 'phone not_a_phone',
      PN100718: 'phone not_a_phone',
      PN100720: 'phone not_a_phone',
      PN100723: 'phone not_a_phone',
    });
    await takenOver(id);
    const phones = (await wallets('PN')).map(({ phone }) => phone);
    const numbers = [70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 85, 86];
    expect(phones).toEqual([
      ...numbers.map((last) => `139000100${last}`),
      '01062001234',
      '13900010092',
      '13900010093',
    ]);
  });

  it('phones with 86 in front are the same phones', async () => {
    const { id, refused } = await judged(await fixture('phones-with-86.xlsx'));
    expect(refused).toEqual(
      Object.fromEntries([1, 3, 5, 7, 8].map((n) => [`EE12000${n}`, 'phone phone_twice'])),
    );
    await takenOver(id);
    expect((await wallets('EE')).map(({ phone }) => phone)).toEqual([
      '13900012000',
      '13900012001',
      '13900012002',
      '13900012003',
    ]);
  });
});

describe('a member who comes again without phone', () => {
  const HEADER = ['会员编号', '姓名', '手机', '开卡日期', '门店', '本金'];
  const sheet = (...rows: (string | number | null)[][]) => aWorkbook([HEADER, ...rows]);
  const row = (no: string, name: string, phone: string | null, principal: number) => [
    ...[no, name, phone, '2024-03-01', '人民路店', principal],
  ];

  it('is known by the member number, whatever else is missing now', async () => {
    const withCard = await aWorkbook([
      ['卡号', ...HEADER],
      ['KN0001', ...row('M-1', '谢一', '13900020001', 80)],
    ]);
    await imported(withCard);
    const again = await judged(await sheet(row('M-1', '谢一', null, 80)));
    expect(again.findings).toMatchObject({ knownRows: 1, wrongRows: 0, ready: { rows: 0 } });
    const changed = await judged(await sheet(row('M-1', '谢一', null, 90)));
    expect(changed.refused).toEqual({ 'M-1': 'memberNo changed_since' });
  });

  it('is asked about under another name of the source', async () => {
    const id = await uploaded(
      await sheet(row('M-1', '谢一', null, 80)),
      'the same under another name',
    );
    expect((await checked(id)).findings).toMatchObject({
      problems: [{ field: 'memberNo', code: 'known_elsewhere', rows: 1 }],
      ready: { rows: 0 },
    });
    const other = await uploaded(await sheet(row('M-1', '沈二', null, 80)), 'really another one');
    expect((await checked(other)).findings).toMatchObject({ wrongRows: 0, ready: { rows: 1 } });
  });

  it('is known by the number that this system exports', async () => {
    const { id: memberId } = await db.one<{ id: number }>(
      "SELECT id FROM member WHERE phone = '13900020001'",
    );
    const { refused } = await judged(await sheet(row(String(memberId), '谢一', null, 80)));
    expect(refused).toEqual({ [memberId]: 'memberNo member_known' });
  });

  it('is one member, also where the file names them twice', async () => {
    const { refused } = await judged(
      await aWorkbook([
        ['卡号', ...HEADER],
        ['KN0011', ...row('M-2', '谢三', null, 80)],
        ['KN0012', ...row('M-2', '谢三', null, 80)],
      ]),
    );
    expect(refused).toEqual({ KN0012: 'memberNo member_no_twice' });
  });
});

describe('totals and stores of a file', () => {
  it('shows the whole file beside what is taken over and what is left out', async () => {
    const rows = [oldRow(801), oldRow(802, { 本金: 7 }), oldRow(803, { 本金: '1,20' })];
    await imported(await sheetOf(rows[0]!));
    const { findings } = await judged(await sheetOf(...rows, oldRow(804, { 会员姓名: null })));
    const sums = (principalCents: number, members: number) =>
      expect.objectContaining({ rows: members, principalCents });
    expect(findings).toMatchObject({ unreadRows: 1 });
    // One principal of the file is not in the sums: nobody can read it.
    expect(findings.file).toEqual(sums(208_00, 4));
    expect(findings.ready).toEqual(sums(7_00, 1));
    expect(findings.known).toEqual(sums(100_50, 1));
    expect(findings.wrong).toEqual(sums(100_50, 2));
  });

  it('asks where members without a store belong', async () => {
    const content = await sheetOf(oldRow(811), oldRow(812, { 开卡门店: null }));
    const { id, refused, findings } = await judged(content, { defaultStoreId: null });
    expect(refused).toEqual({ '88000812': 'store store_blank' });
    expect(findings.unknownStores).toEqual([{ word: '', rows: 1 }]);
    const { sheet } = await view(id);
    const answered = { columns: sheet.suggested, defaultStoreId: org.renminId };
    expect((await head.put(`${IMPORTS}/${id}/mapping`, answered)).status).toBe(200);
    await background.work();
    expect((await view(id)).findings).toMatchObject({ wrongRows: 0, ready: { rows: 2 } });
  });

  it('wants the store said where no column names it', async () => {
    const id = await uploaded(
      await aWorkbook([
        ['卡号', '姓名'],
        ['KN0021', '钱四'],
      ]),
    );
    const { sheet } = await view(id);
    expect(await head.put(`${IMPORTS}/${id}/mapping`, { columns: sheet.suggested })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'defaultStoreId' }] },
    });
  });
});
