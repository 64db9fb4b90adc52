import { aMember } from '../../membership/members/members.fixtures.js';
import { asGb18030, aWorkbook } from '../../chain/imports/imports.fixtures.js';
import { OLD_HEADER, oldRow } from './member-import.fixtures.js';
import { importsHouse, IMPORTS, sheetOf, signed } from './imports-house.fixtures.js';

const { db, org, head, uploaded, checked, commit, imported, worth, errorFile } =
  await importsHouse();

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
    const { rows } = (await head.get(`${IMPORTS}/${id}/wrong-rows`)).body;
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
