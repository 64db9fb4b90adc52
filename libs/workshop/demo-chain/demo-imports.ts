import { Readable } from 'node:stream';
import { ImportChecker, ImportCommitter, ImportReader, ImportsService } from '#chain/imports';
import { MemberImportService, type SignedTotals } from '#value/member-import';
import { addDays, businessDateOf } from '#kernel';
import type { DemoActs } from './demo-acts.js';
import { GIVEN_FEMALE, GIVEN_MALE, SURNAMES } from './names.data.js';
import type { SeededRandom } from './random.js';

const CHENGXI = 7;
const MEMBERS = 40;
const HEADER = [
  '会员卡号',
  '会员姓名',
  '手机号码',
  '性别',
  '生日',
  '会员等级',
  '开卡日期',
  '本金余额',
  '赠送余额',
  '积分',
  '累计消费',
];
const LEVELS = ['普通卡', '普通卡', '普通卡', '银卡', '金卡'] as const;

/** A store that joined the chain brought its members: the file of its previous system, read, judged, signed and taken over. */
export async function demoImports({
  db,
  service,
  actor,
  key,
  random,
  now,
}: DemoActs): Promise<void> {
  const head = actor('head');
  const imports = service(ImportsService);
  const members = service(MemberImportService);
  const job = { outboxId: 0, signal: new AbortController().signal };
  const today = businessDateOf(now, { timezone: 'Asia/Shanghai', cutoverHour: 0 });
  const rows = [HEADER, ...Array.from({ length: MEMBERS }, (_, n) => rowOf(n, today, random))];
  const file = Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\n')}\n`);
  const fileName = '城西店原系统会员.csv';

  const { id } = await imports.upload(
    head,
    { fileName, source: '城西店原系统', locale: 'zh-CN' },
    Readable.from([file]),
  );
  await service(ImportReader).run({ importId: id }, job);
  const { sheet } = await imports.get(head, id);
  await members.map(head, id, { columns: sheet?.suggested ?? {}, defaultStoreId: CHENGXI });
  await service(ImportChecker).run({ importId: id }, job);
  const ready = (await imports.get(head, id)).findings?.ready;
  if (ready?.rows !== MEMBERS) throw new RangeError('the demo import does not fit');
  const { spendCents: _spend, ...totals } = ready;
  await members.commit(head, id, { totals: totals as SignedTotals }, key());
  await service(ImportCommitter).run({ importId: id }, job);
  // Done already: nothing is left for a worker.
  await db.query("DELETE FROM outbox WHERE topic LIKE 'import.%'");
}

/** Few yuan and no PIN: people who have not been here since. */
function rowOf(n: number, today: string, random: SeededRandom): (string | number)[] {
  const female = random.chance(0.6);
  const name = random.weighted(SURNAMES) + random.pick(female ? GIVEN_FEMALE : GIVEN_MALE);
  const spent = random.whole(3, 60) * 50;
  return [
    `CX${String(20_180 + n * 7).padStart(6, '0')}`,
    name,
    `1009500${String(n).padStart(4, '0')}`,
    female ? '女' : '男',
    `${random.whole(1962, 2003)}-${random.whole(1, 12)}-${random.whole(1, 28)}`,
    random.pick(LEVELS),
    addDays(today, -random.whole(400, 2_000)),
    random.chance(0.7) ? random.whole(1, 9) * 50 : 0,
    random.chance(0.3) ? random.whole(1, 4) * 10 : 0,
    Math.floor(spent / 10),
    spent,
  ];
}
