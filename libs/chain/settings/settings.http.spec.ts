import { testApp } from '#workshop/testing';

const api = await testApp();
const head = api.as('head');

it('lists every setting with its default and limits', async () => {
  const { status, body } = await head.get('/api/v1/settings');
  expect(status).toBe(200);
  expect(body).toEqual(
    expect.arrayContaining([
      {
        key: 'wallet.pin_limit_cents',
        group: 'wallet',
        type: 'cents',
        value: 20_000,
        default: 20_000,
        version: 0,
        changedAt: null,
        min: 0,
        max: 1_000_000_000,
      },
      expect.objectContaining({
        key: 'points.expiry',
        type: 'choice',
        options: ['end_of_year', 'never', 'days'],
        value: 'end_of_year',
      }),
      expect.objectContaining({ key: 'session.idle_minutes', unit: 'minutes', value: 30 }),
    ]),
  );
});

it('changes a setting, version by version, and records who did', async () => {
  const change = (value: unknown, version: number) =>
    head.put('/api/v1/settings/session.idle_minutes', { value, version });
  expect(await change(10, 0)).toMatchObject({
    status: 200,
    body: { value: 10, version: 1, changedAt: expect.any(String) },
  });
  expect((await head.get('/api/v1/session')).body.settings.idleMinutes).toBe(10);
  expect(await change(11, 0)).toMatchObject({
    status: 409,
    body: { code: 'record.changed' },
  });
  expect(await change(20, 1)).toMatchObject({ status: 200, body: { version: 2 } });
  const { body } = await head.get(
    '/api/v1/audit?subjectKind=setting&subjectId=session.idle_minutes',
  );
  expect(body).toMatchObject({
    total: 2,
    rows: [
      { staffName: '钱总', action: 'setting.change', before: { value: 10 }, after: { value: 20 } },
      { before: { value: 30 }, after: { value: 10 } },
    ],
  });
});

it('lets one of two who change the same version at once', async () => {
  const answers = await Promise.all(
    ['甲', '乙', '丙'].map((value) =>
      head.put('/api/v1/settings/sms.signature', { value, version: 0 }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

it.each([
  ['wallet.pin_limit_cents', -1],
  ['wallet.pin_limit_cents', '20000'],
  ['wallet.pin_limit_cents', 1.5],
  ['wallet.spend_order', 'random'],
  ['points.on_bonus', 1],
  ['sms.signature', '一二三四五六七八九十一二三'],
  ['receipt.footer', 'a\u0000b'],
  ['sms.signature', '   '],
  ['sms.opt_out_text', '\u3000\u200B'],
])('refuses %s = %p', async (key, value) => {
  const { status, body } = await head.put(`/api/v1/settings/${key}`, { value, version: 0 });
  expect(status).toBe(422);
  expect(body).toMatchObject({
    code: 'request.invalid',
    errors: [{ field: 'value', code: 'field.setting_value' }],
  });
});

it('knows no other settings', async () => {
  expect((await head.put('/api/v1/settings/no.such', { value: 1, version: 0 })).body.code).toBe(
    'setting.not_found',
  );
});

it('is for head office', async () => {
  expect((await api.as('manager').get('/api/v1/settings')).status).toBe(403);
  expect(
    (await api.as('cashier').put('/api/v1/settings/points.on_bonus', { value: true, version: 0 }))
      .status,
  ).toBe(403);
});
