import { FILE_LANGUAGES, REPORTS } from '#kernel/lists';
import { FixedClock } from '#kernel';
import { testApp } from '#workshop/testing';
import { ReportEngine } from './report-engine.js';
import { codeWord } from './exports/export-table.js';
import { columnTitle, REPORT_TEXT } from './report.locale.js';
import { NOVEMBER, threeSales } from './reports.fixtures.js';

const clock = new FixedClock(new Date('2026-11-22T04:00:00Z'));
const house = await testApp({ clock });
const { db, org, as } = house;
const head = as('head');
const manager = as('manager');
const cashier = as('cashier');

const ROWS = '/api/v1/reports/consumption-detail/rows';
let sold = { valid: 0, voided: 0, elsewhere: 0 };
beforeAll(async () => {
  sold = await threeSales(house);
});

describe('consumption detail', () => {
  it('shows a row per sale, voided ones marked and outside the totals', async () => {
    const { status, body } = await head.get(ROWS, { query: { ...NOVEMBER, pageSize: '2' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 3, page: 1, pageSize: 2 });
    expect(body.rows.map((row: { id: number }) => row.id)).toEqual([sold.elsewhere, sold.voided]);
    expect(body.rows[1]).toMatchObject({
      saleId: sold.voided,
      businessDate: '2026-11-22',
      storeName: '人民路店',
      staffName: '孙店长',
      tenders: ['wallet', 'cash'],
      listCents: 100_00,
      discountCents: 10_00,
      dueCents: 90_00,
      principalCents: 50_00,
      bonusCents: 10_00,
      receivedCents: 30_00,
      voided: true,
    });
    expect(body.totals).toEqual({
      listCents: 200_00,
      discountCents: 20_00,
      dueCents: 180_00,
      principalCents: 100_00,
      bonusCents: 20_00,
      receivedCents: 60_00,
      otherCents: 0,
      returnedCents: 0,
      keptCents: 180_00,
      pointsEarned: 160,
    });
  });

  it('opens a row to its lines, in the stores one may see', async () => {
    expect((await head.get(`${ROWS}/${sold.valid}/detail`)).body).toEqual([
      expect.objectContaining({
        lineNo: 1,
        productName: '洗发水',
        qtyMilli: 2_000,
        unitPriceCents: 50_00,
        payRateBps: 9_000,
        listCents: 100_00,
        netCents: 90_00,
      }),
    ]);
    await db.query('UPDATE role SET permissions = permissions || $1 WHERE code = $2', [
      ['report.consumption_detail', 'report.export'],
      'cashier',
    ]);
    expect((await cashier.get(`${ROWS}/${sold.elsewhere}/detail`)).body).toMatchObject({
      code: 'report.row_not_found',
    });
    expect(
      (await cashier.get(ROWS, { query: NOVEMBER })).body.rows.map((row: { id: number }) => row.id),
    ).toEqual([sold.voided, sold.valid]);
    const foreign = await cashier.get(ROWS, {
      query: { ...NOVEMBER, storeIds: String(org.binjiangId) },
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'access.store_forbidden']);
  });

  it.each([
    ['a store', () => ({ storeIds: `${org.binjiangId}` }), () => [sold.elsewhere]],
    ['voided only', () => ({ status: 'voided' }), () => [sold.voided]],
    [
      'valid only, cheapest receipt first',
      () => ({ status: 'valid', sort: 'receiptNo' }),
      () => [sold.elsewhere, sold.valid],
    ],
    ['a tender nobody used', () => ({ tender: 'alipay' }), () => []],
    ['somebody else at the till', () => ({ staffId: `${org.staffIds.cashier}` }), () => []],
    ['another month', () => ({ from: '2026-10-01', to: '2026-10-31' }), () => []],
  ])('filters by %s', async (_name, filters, expected) => {
    const { body } = await head.get(ROWS, { query: { ...NOVEMBER, ...filters() } });
    expect(body.rows.map((row: { id: number }) => row.id)).toEqual(expected());
    expect(body.total).toBe(expected().length);
  });

  it('finds a member by what the desk finds them by', async () => {
    const { memberId } = await db.one<{ memberId: number }>(
      'SELECT member_id AS "memberId" FROM sale WHERE id = $1',
      [sold.elsewhere],
    );
    await db.query(
      "INSERT INTO member_key (key, kind, member_id) VALUES ('wxm', 'initials', $1), ('a%b', 'name', $1), ('13899990001', 'phone', $1)",
      [memberId],
    );
    expect((await head.get(ROWS, { query: { ...NOVEMBER, q: 'WX' } })).body.total).toBe(1);
    expect((await head.get(ROWS, { query: { ...NOVEMBER, q: 'a%' } })).body.total).toBe(1);
    expect((await head.get(ROWS, { query: { ...NOVEMBER, q: '%' } })).body.total).toBe(0);
    // A phone is found whole: its beginnings would tell it digit by digit.
    expect((await head.get(ROWS, { query: { ...NOVEMBER, q: '138 9999 0001' } })).body.total).toBe(
      1,
    );
    expect((await head.get(ROWS, { query: { ...NOVEMBER, q: '1389999000' } })).body.total).toBe(0);
  });

  it.each([
    [{}, ['from', 'to']],
    [{ ...NOVEMBER, to: '2026-10-01' }, ['to']],
    [{ ...NOVEMBER, from: '2026-02-30' }, ['from']],
    [
      { ...NOVEMBER, tender: 'Gold!', status: 'maybe', storeIds: 'x', staffId: '1,2' },
      ['storeIds', 'staffId', 'tender', 'status'],
    ],
    [{ ...NOVEMBER, sort: 'voided; DROP TABLE sale' }, ['sort']],
    [{ ...NOVEMBER, sort: 'tenders' }, ['sort']],
    [{ ...NOVEMBER, pageSize: '9999' }, ['pageSize']],
    [{ ...NOVEMBER, colour: 'red' }, ['colour']],
  ])('refuses %j, naming the fields', async (query, fields) => {
    const { status, body } = await head.get(ROWS, { query: query as Record<string, string> });
    expect([status, body.code]).toEqual([422, 'request.invalid']);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
  });
});

describe('the catalogue of reports', () => {
  it('is shown to those who may open them', async () => {
    const { body } = await manager.get('/api/v1/reports');
    expect(body.map(({ id }: { id: string }) => id)).toEqual([
      'consumption-detail',
      'number-collisions',
    ]);
    expect(body[0]).toMatchObject({
      group: 'sales',
      exportable: true,
      filters: expect.arrayContaining([{ id: 'period', type: 'period', params: ['from', 'to'] }]),
    });
    await db.query(
      "UPDATE role SET permissions = array_remove(permissions, 'report.consumption_detail') WHERE code = 'cashier'",
    );
    expect((await cashier.get('/api/v1/reports')).body).toEqual([]);
    expect((await cashier.get(ROWS, { query: NOVEMBER })).status).toBe(403);
  });

  it.each(REPORTS.map((report) => [report.id, report] as const))(
    '%s keeps its contract',
    async (id, report) => {
      for (const locale of FILE_LANGUAGES) {
        const text = REPORT_TEXT[locale];
        expect(text.reports[id]).toBeTruthy();
        expect(text.groups[report.group]).toBeTruthy();
        for (const name of Object.keys({ ...report.columns, ...report.detail?.columns }))
          expect(columnTitle(text, id, name)).not.toBe(name);
        for (const [name, filter] of Object.entries(report.filters)) {
          expect(text.filters[name]).toBeTruthy();
          const { options = [] } = filter;
          for (const option of typeof options === 'function' ? options() : options)
            expect(codeWord(locale, name, option)).not.toBe(option);
        }
      }
      const params = Object.values(report.filters).flatMap((filter) => filter.params);
      expect(new Set(params).size).toBe(params.length);
      const query: Record<string, string> = {
        ...(params.includes('from') && NOVEMBER),
        ...(params.includes('filter') && { filter: '{"match":"all","conditions":[]}' }),
      };
      const { rows } = (await head.get(`/api/v1/reports/${id}/rows`, { query })).body;
      const said = Object.keys(report.columns).filter((name) => !report.columns[name]?.says);
      for (const row of rows) for (const name of ['id', ...said]) expect(row).toHaveProperty(name);
      for (const name of Object.keys(report.columns).filter(
        (column) => report.columns[column]?.sortable,
      )) {
        for (const sort of [name, `-${name}`])
          expect(
            (await head.get(`/api/v1/reports/${id}/rows`, { query: { ...query, sort } })).status,
          ).toBe(200);
      }
      // Without a store there is nothing to see, in rows and in what they open to.
      const raw = Object.fromEntries(
        Object.entries(report.filters).map(([name, filter]) => [
          name,
          filter.read(query, () => undefined),
        ]),
      );
      const nowhere = { storeIds: [], today: '2026-11-22' };
      const { totals } = await new ReportEngine(db).page(
        { report, filters: raw, scope: nowhere, sort: report.orderBy[0], columns: [] },
        10,
        0,
      );
      expect(totals.rows).toBe(0);
      for (const row of rows)
        expect(await new ReportEngine(db).detail({ report, scope: nowhere }, row.id)).toEqual([]);
    },
  );
});
