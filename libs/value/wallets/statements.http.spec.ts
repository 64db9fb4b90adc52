import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { bonusOf, House, Ledger, principalOf } from '#ledger';
import { testApp } from '#workshop/testing';
import { aMember } from '../../membership/members/members.fixtures.js';
import { codeOfStatement, hashOfStatement } from './statement.rules.js';
import { toppedUp } from './wallets.fixtures.js';

const { as, browser, db, database, org } = await testApp({ books: 'damaged' });
const cashier = as('cashier');
const key = () => ({ key: randomUUID() });

const member = await aMember(db, { name: '林晓月', phone: '19900007777' });
await toppedUp(db, member, {
  principalCents: 1000_00,
  bonusCents: 100_00,
  businessDate: '2026-09-30',
  storeId: org.renminId,
});
await toppedUp(db, member, {
  principalCents: 500_00,
  businessDate: '2026-10-02',
  tender: 'wechat',
  storeId: org.binjiangId,
});
const spend = (cents: number, businessDate: string) =>
  db.write((tx) =>
    new Ledger().act(
      tx,
      {
        kind: 'spend',
        businessDate,
        at: new Date(`${businessDate}T05:00:00Z`),
        storeId: org.renminId,
        staffId: 1,
        memberId: member.memberId,
        document: { kind: 'sale', no: 'RM-20261005-0009' },
        accounts: [principalOf(member.walletId), bonusOf(member.walletId)],
      },
      (books) =>
        books.spendWallet(member.walletId, cents, 'principal_first', House.sales(org.renminId)),
    ),
  );
await spend(1200_00, '2026-10-05');
await spend(50_00, '2026-11-01');
const make = async (from: string, to: string) =>
  cashier.post(`/api/v1/members/${member.memberId}/statements`, { from, to }, key());
const october = (await make('2026-10-01', '2026-10-31')).body.code as string;

describe('a statement of a wallet', () => {
  it('has opening, every entry with its number and lots, and closing', async () => {
    const { body } = await cashier.get(`/api/v1/statements/${october}`);
    expect(body).toMatchObject({
      code: october,
      memberName: '林晓月',
      phoneMasked: '199****7777',
      openingPrincipalCents: 1000_00,
      openingBonusCents: 100_00,
      closingPrincipalCents: 300_00,
      closingBonusCents: 100_00,
      genuine: true,
      lines: [
        {
          kind: 'top_up',
          businessDate: '2026-10-02',
          principalCents: 500_00,
          balanceCents: 1600_00,
          draws: [],
        },
        {
          kind: 'spend',
          documentNo: 'RM-20261005-0009',
          principalCents: -1200_00,
          balanceCents: 400_00,
          draws: [
            {
              kind: 'principal',
              originOn: '2026-09-30',
              originStoreName: '人民路店',
              amountCents: 1000_00,
            },
            {
              kind: 'principal',
              originOn: '2026-10-02',
              originStoreName: '滨江店',
              amountCents: 200_00,
            },
          ],
        },
      ],
      lots: [
        {
          kind: 'principal',
          originOn: '2026-10-02',
          tender: 'wechat',
          grantedCents: 500_00,
          remainingCents: 300_00,
        },
        { kind: 'bonus', originOn: '2026-09-30', remainingCents: 100_00 },
      ],
    });
    expect(body.lines.every((line: { entryId: number }) => line.entryId > 0)).toBe(true);
  });

  it('carries on where the one before ended', async () => {
    const { code } = (await make('2026-11-01', '2026-11-30')).body;
    expect((await cashier.get(`/api/v1/statements/${code}`)).body).toMatchObject({
      openingPrincipalCents: 300_00,
      closingPrincipalCents: 250_00,
    });
    const made = (await cashier.get(`/api/v1/members/${member.memberId}/statements`)).body;
    expect(made.map((row: { from: string }) => row.from)).toEqual(['2026-11-01', '2026-10-01']);
  });

  it.each([
    ['the last day before the first', '2026-10-31', '2026-10-01', 'wallet.statement_period'],
    ['three years', '2023-10-31', '2026-10-31', 'wallet.statement_period'],
    ['a day that is none', '2026-02-30', '2026-03-31', 'request.invalid'],
  ])('is refused for %s', async (_what, from, to, code) => {
    expect((await make(from, to)).body.code).toBe(code);
  });
});

describe('anybody who holds the paper', () => {
  const verify = (code: string, query = {}) =>
    browser().get(`/api/v1/public/statements/${code}`, { query });

  it('learns that it is genuine, and nothing about anybody', async () => {
    const answer = await verify(october);
    expect(answer).toMatchObject({
      status: 200,
      body: { verdict: 'genuine', lines: 2, closingMatches: null },
    });
    expect(answer.text).not.toMatch(/林晓月|7777|40000/);
    expect((await verify(october.toLowerCase().replaceAll('-', ''))).body.verdict).toBe('genuine');
  });

  it('learns whether the closing balance on it is the printed one', async () => {
    expect((await verify(october, { closingCents: '40000' })).body.closingMatches).toBe(true);
    expect((await verify(october, { closingCents: '400000' })).body.closingMatches).toBe(false);
  });

  it('stays genuine when later acts come', async () => {
    await spend(10_00, '2026-11-02');
    expect((await verify(october)).body.verdict).toBe('genuine');
  });

  it('learns nothing for another code', async () => {
    const answer = await verify('AAAA-BBBB-CCCC-DDDD');
    expect(answer).toMatchObject({ status: 404, body: { code: 'wallet.statement_not_found' } });
  });

  it('learns that the books were changed under it', async () => {
    // Past every guard: only who owns the machine can do this.
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(`SET session_replication_role = 'replica'`);
    await client.query(
      `UPDATE ledger.posting p SET amount = amount + 1 FROM ledger.entry e, ledger.account a
        WHERE e.id = p.entry_id AND a.id = p.account_id AND a.kind = 'principal' AND a.owner_id = $1 AND e.business_date = '2026-10-02'`,
      [member.walletId],
    );
    await client.end();
    expect((await verify(october)).body.verdict).toBe('changed');
    expect((await cashier.get(`/api/v1/statements/${october}`)).body.genuine).toBe(false);
  });
});

describe('the code', () => {
  it('is sixteen signs without look-alikes', () => {
    expect(codeOfStatement(new Uint8Array(10))).toBe('2222-2222-2222-2222');
    expect(codeOfStatement(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  });

  it('goes with a hash that every figure changes', () => {
    const line = { entryId: 1, businessDate: '2026-10-02', principalCents: 5, bonusCents: 0 };
    const figures = {
      walletId: 1,
      from: '2026-10-01',
      to: '2026-10-31',
      openingPrincipalCents: 0,
      openingBonusCents: 0,
      lines: [line],
    };
    const hashes = [
      figures,
      { ...figures, openingBonusCents: 1 },
      { ...figures, lines: [{ ...line, principalCents: 6 }] },
      { ...figures, lines: [{ ...line, entryId: 2 }] },
      { ...figures, lines: [] },
      { ...figures, to: '2026-11-30' },
    ].map(hashOfStatement);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
