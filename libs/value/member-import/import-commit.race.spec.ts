import { randomUUID } from 'node:crypto';
import { anActiveCard } from '../../membership/cards/cards.fixtures.js';
import { aMember } from '../../membership/members/members.fixtures.js';
import { oldRow } from './member-import.fixtures.js';
import { importsHouse, IMPORTS, sheetOf, signed } from './imports-house.fixtures.js';

const { db, org, head, background, uploaded, view, checked, commit, imported, worth, errorFile } =
  await importsHouse();

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

  it('of one import by two workers knows no row as taken before', async () => {
    const id = await uploaded(await sheetOf(oldRow(71), oldRow(72)));
    await commit(id, signed((await checked(id)).findings.ready));
    await background.commitTwice(id);
    expect(await view(id)).toMatchObject({
      status: 'done',
      outcome: { imported: { rows: 2 }, knownRows: 0, wrongRows: 0 },
    });
  });

  it('sees a phone and a card that were taken after the dry run, says since when, and adds up what came', async () => {
    const id = await uploaded(await sheetOf(oldRow(61), oldRow(62), oldRow(63)));
    const { findings } = await checked(id);
    const before = await worth();
    await aMember(db, { name: '捷足先登', phone: '19900010062' });
    const { memberId } = await aMember(db, { name: '另一位' });
    await anActiveCard(db, { memberId, storeId: org.renminId, cardNo: '88000063' });
    await commit(id, signed(findings.ready));
    await background.work();
    const done = await view(id);
    expect(done).toMatchObject({
      status: 'done',
      errorRows: 2,
      hasErrorFile: true,
      findings: { ready: { rows: 3, principalCents: 301_50 } },
      outcome: {
        imported: { rows: 1, principalCents: 100_50, bonusCents: 20_00, points: 300 },
        knownRows: 0,
        wrongRows: 2,
      },
    });
    const { principal, bonus, points } = await worth();
    expect([principal, bonus, points]).toEqual([
      Number(before.principal) + 100_50,
      Number(before.bonus) + 20_00,
      Number(before.points) + 300,
    ]);
    const { rows } = (await head.get(`${IMPORTS}/${id}/wrong-rows`)).body;
    expect(rows.map(({ problems }: { problems: object[] }) => problems)).toEqual([
      [{ field: 'phone', code: 'phone_taken_since' }],
      [{ field: 'cardNo', code: 'card_taken_since' }],
    ]);
    // Whose phone it is was told by the commit: it is recorded as what a dry run tells.
    expect(
      await db.query(
        "SELECT (after ->> 'rows')::int AS rows FROM audit_record WHERE action = 'import.find_phones' AND subject_id = $1",
        [String(id)],
      ),
    ).toEqual([{ rows: 1 }]);
    const [sheet] = (await errorFile(id)).worksheets;
    expect(JSON.stringify(sheet?.getSheetValues())).toContain('试算之后登记');
  });
});

describe('stopping', () => {
  it('leaves what was taken over and goes no further; the same file takes the rest', async () => {
    const rows = Array.from({ length: 850 }, (_, index) => oldRow(1_000 + index));
    const id = await uploaded(await sheetOf(...rows));
    const { findings } = await checked(id);
    await commit(id, signed(findings.ready));
    const stopping = new AbortController();
    const working = background.work(stopping.signal).catch(() => 'stopped');
    for (let tries = 0; tries < 500 && (await view(id)).rowsDone === 0; tries += 1);
    stopping.abort();
    await working;
    const { status, rowsDone } = await view(id);
    expect([status, rowsDone > 0 && rowsDone < 850]).toEqual(['committing', true]);

    expect((await head.post(`${IMPORTS}/${id}/cancellation`)).body.status).toBe('cancelled');
    expect((await head.post(`${IMPORTS}/${id}/cancellation`)).body.code).toBe('import.wrong_step');
    const rest = await imported(await sheetOf(...rows));
    expect(rest.findings).toMatchObject({ knownRows: rowsDone, ready: { rows: 850 - rowsDone } });
    expect(rest.outcome.imported.rows).toBe(850 - rowsDone);
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
