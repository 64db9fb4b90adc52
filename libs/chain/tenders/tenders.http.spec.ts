import { testApp } from '#workshop/testing';
import { aTender } from './tenders.fixtures.js';

const api = await testApp();
const { db, org } = api;
const head = api.as('head');

const voucher = {
  code: 'meituan',
  nameZh: '美团券',
  nameEn: 'Meituan voucher',
  place: 'till',
  inDrawer: false,
  counted: false,
  asksReference: true,
  refundable: false,
  tillKey: '6',
  position: 60,
};
const { code: _, ...terms } = voucher;
const edit = { ...terms, retired: false, version: 1 };
const codesOf = ({ rows }: { rows: { code: string }[] }) => rows.map(({ code }) => code);
const errorsOf = ({ body }: { body: { code: string; errors?: { field: string }[] } }) => [
  body.code,
  ...(body.errors ?? []).map(({ field }) => field),
];

it('begins with those that were in the code', async () => {
  const { body } = await head.get('/api/v1/tenders');
  expect(codesOf(body)).toEqual(['wechat', 'alipay', 'cash', 'bank_card', 'bank_transfer']);
  expect(body.rows[2]).toMatchObject({
    ...{ nameZh: '现金', place: 'till', inDrawer: true, counted: true, refundable: true },
    ...{ tillKey: '3', stores: null, builtIn: true, state: 'taken', version: 1 },
  });
});

it('adds one, with audit, and tells the tills of its stores', async () => {
  const { status, body } = await head.post('/api/v1/tenders', {
    ...voucher,
    storeIds: [org.binjiangId],
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({ ...voucher, stores: [{ name: '滨江店' }], version: 1 });
  const audit = await head.get(`/api/v1/audit?subjectKind=tender&subjectId=${body.id}`);
  expect(audit.body.rows[0]).toMatchObject({
    action: 'tender.create',
    after: { code: 'meituan', storeNames: ['滨江店'], state: 'taken' },
  });
  const seenBy = async (login: 'head' | 'cashier') =>
    (await api.as(login).get('/api/v1/session')).body.tenders.find(
      ({ code }: { code: string }) => code === 'meituan',
    );
  expect(await seenBy('cashier')).toEqual({
    ...{ code: 'meituan', nameZh: '美团券', nameEn: 'Meituan voucher', place: 'till' },
    ...{ asksReference: true, refundable: false, tillKey: '6', taken: false },
  });
  expect(await seenBy('head')).toMatchObject({ taken: true });
});

it('finds and sorts them', async () => {
  const found = async (query: Record<string, string>) =>
    codesOf((await head.get('/api/v1/tenders', { query })).body);
  await aTender(db, { code: 'old_slip' });
  await db.query("UPDATE tender SET retired_at = now() WHERE code = 'old_slip'");
  expect(await found({ q: 'bank' })).toEqual(['bank_card', 'bank_transfer']);
  expect(await found({ q: '现金' })).toEqual(['cash']);
  expect(await found({ state: 'retired' })).toEqual(['old_slip']);
  expect((await found({ state: 'taken', sort: '-code' }))[0]).toBe('wechat');
});

describe('refuses, at the field', () => {
  it.each([
    ['a code that is taken', { code: 'cash' }, ['tender.code_taken', 'code']],
    ['a code of what is no money', { code: 'wallet' }, ['tender.code_taken', 'code']],
    ['a code that is none', { code: 'Two Words' }, ['request.invalid', 'code']],
    ['the wallet’s key', { tillKey: '1' }, ['request.invalid', 'tillKey']],
    ['a name that another one has', { nameZh: '现金' }, ['tender.name_taken', 'nameZh']],
    ['the same in English', { nameEn: 'CASH' }, ['tender.name_taken', 'nameEn']],
    ['a store that nobody has', { storeIds: [999_999] }, ['request.invalid', 'storeIds']],
  ])('%s', async (_what, change, expected) => {
    const answer = await head.post('/api/v1/tenders', {
      ...voucher,
      ...{ code: 'another', nameZh: '另一种', nameEn: 'Another' },
      ...change,
    });
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual(expected);
  });
});

describe('what it is', () => {
  it('may be put right before money was taken by it, and never after', async () => {
    const id = await aTender(db, { code: 'mall_card' });
    const put = (change: object) => head.put(`/api/v1/tenders/${id}`, { ...edit, ...change });
    const mall = { nameZh: '商场卡', nameEn: 'Mall card', refundable: true, asksReference: false };
    expect((await put({ ...mall, inDrawer: true })).status).toBe(200);
    const till = api.as('cashier');
    const { body: member } = await till.post(
      '/api/v1/members',
      { name: '钱多多', topUp: { amountCents: 100_00, tender: 'mall_card', ruleId: null } },
      { key: crypto.randomUUID() },
    );
    expect(member.receiptNo).toBeTruthy();
    for (const change of [{ counted: true }, { inDrawer: false }, { refundable: false }]) {
      const answer = await put({ ...mall, inDrawer: true, version: 2, ...change });
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe('tender.used');
    }
    const renamed = await put({ ...mall, inDrawer: true, nameZh: '商场储值卡', version: 2 });
    expect(renamed.body).toMatchObject({ nameZh: '商场储值卡', version: 3 });
  });

  it('never changes of what came with the product; cash is taken everywhere', async () => {
    const idOf = async (code: string) =>
      (await db.one<{ id: number }>('SELECT id FROM tender WHERE code = $1', [code])).id;
    const wechat = await head.put(`/api/v1/tenders/${await idOf('wechat')}`, {
      ...edit,
      ...{ nameZh: '微信', nameEn: 'WeChat Pay', refundable: true, counted: true },
    });
    expect(wechat.body.code).toBe('tender.used');
    const cash = { nameZh: '现金', nameEn: 'Cash', inDrawer: true, counted: true };
    for (const change of [{ retired: true }, { storeIds: [org.renminId] }]) {
      const answer = await head.put(`/api/v1/tenders/${await idOf('cash')}`, {
        ...edit,
        ...cash,
        ...{ refundable: true, asksReference: false, ...change },
      });
      expect([answer.status, answer.body.code]).toEqual([409, 'tender.cash_stays']);
    }
  });
});

describe('where money moves', () => {
  const till = api.as('cashier');
  const key = () => ({ key: crypto.randomUUID() });
  let memberId: number;
  beforeAll(async () => {
    await aTender(db, { code: 'elsewhere', storeIds: [org.binjiangId] });
    await aTender(db, { code: 'slips', refundable: false, asksReference: true });
    await aTender(db, { code: 'numbered', asksReference: true });
    memberId = (await till.post('/api/v1/members', { name: '陆一' }, key())).body.memberId;
  });
  const topUp = (tender: string, more: object = {}) =>
    till.post(
      `/api/v1/members/${memberId}/top-ups`,
      { amountCents: 50_00, tender, ruleId: null, ...more },
      key(),
    );

  it.each([
    ['no_such', 'request.invalid', 'tender'],
    ['old_slip', 'tender.retired', 'tender'],
    ['elsewhere', 'tender.not_here', 'tender'],
    ['slips', 'tender.not_refundable', 'tender'],
    ['numbered', 'tender.reference_missing', 'reference'],
  ])('a top-up by %s is refused at the field', async (tender, code, field) => {
    const answer = await topUp(tender);
    expect(answer.status).toBe(422);
    expect(errorsOf(answer)).toEqual([code, field]);
  });

  it('keeps the number of the slip', async () => {
    const { body } = await topUp('numbered', { reference: ' A-77 ' });
    const slip = await till.get(`/api/v1/top-ups/${body.topUpId}`);
    expect(slip.body).toMatchObject({ tender: 'numbered', reference: 'A-77' });
  });

  it('a retired one is still shown and found', async () => {
    await db.query("UPDATE tender SET retired_at = now() WHERE code = 'numbered'");
    expect((await topUp('numbered', { reference: 'A-78' })).body.code).toBe('tender.retired');
    const list = await head.get('/api/v1/top-ups', { query: { tender: 'numbered' } });
    expect(list.body.rows).toHaveLength(1);
    const { tenders } = (await till.get('/api/v1/session')).body;
    expect(tenders).toContainEqual(expect.objectContaining({ code: 'numbered', taken: false }));
    const [report] = (await head.get('/api/v1/reports')).body;
    const { options } = report.filters.find(({ id }: { id: string }) => id === 'tender');
    expect(options).toEqual(expect.arrayContaining(['wallet', 'points', 'cash', 'numbered']));
    expect(options).not.toContain('bank_transfer');
  });

  it('a card, a withdrawal and joining ask the same', async () => {
    const card = await till.post(
      '/api/v1/members',
      { name: '陆二', card: { depositCents: 10_00, tender: 'slips', reference: '1' } },
      key(),
    );
    expect(errorsOf(card)).toEqual(['tender.not_refundable', 'card.tender']);
    const joined = await till.post(
      '/api/v1/members',
      { name: '陆三', topUp: { amountCents: 50_00, tender: 'elsewhere', ruleId: null } },
      key(),
    );
    expect(errorsOf(joined)).toEqual(['tender.not_here', 'topUp.tender']);
    await topUp('cash');
    const out = await till.post(
      `/api/v1/members/${memberId}/withdrawals`,
      { amountCents: 10_00, tender: 'slips', identity: null },
      key(),
    );
    expect(out.status).toBe(422);
  });
});
