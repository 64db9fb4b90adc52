import ExcelJS from 'exceljs';
import { STORES, storeCodeOf } from './chain-facts.js';

const HEADER = [
  ...[
    '会员卡号',
    '会员姓名',
    '手机号码',
    '性别',
    '生日',
    '会员类别',
    '开卡门店',
    '开卡日期',
    '卡状态',
  ],
  ...['到期日期', '本金', '赠送金额', '积分', '累计消费', '推荐人', '备注'],
];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文辉力宁晨宇';

const pick = (letters: string, number: number): string => letters[number % letters.length] ?? '';

/** A workbook as an older system exports it: every member with a card, balances and a phone. */
export async function writeImportFile(file: string, rows: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: file,
    useStyles: true,
    // Texts stand in a table of their own, as spreadsheets save them.
    useSharedStrings: true,
  });
  const sheet = book.addWorksheet('会员资料');
  sheet.addRow(HEADER).commit();
  for (let n = 1; n <= rows; n += 1) {
    const name = `${pick(SURNAMES, n)}${pick(GIVEN, n * 7)}${pick(GIVEN, n * 13 + 5)}`;
    const day = new Date(Date.UTC(2020, 0, 1 + (n % 2_000)));
    const row = sheet.addRow([
      `V${String(n).padStart(8, '0')}`,
      name,
      15_000_000_000 + n,
      n % 2 ? '男' : '女',
      `${1960 + (n % 45)}-${1 + (n % 12)}-${1 + (n % 28)}`,
      null,
      storeCodeOf(1 + (n % STORES)),
      day,
      n % 50 ? '正常' : '挂失',
      null,
      (n % 900) + 0.5,
      n % 100,
      n % 5_000,
      (n % 9_000) + 0.25,
      n > 1 && n % 10 === 0 ? `V${String(n - 1).padStart(8, '0')}` : null,
      n % 20 ? null : '老系统转入',
    ]);
    row.getCell(8).numFmt = 'yyyy-mm-dd';
    row.commit();
    if (n % 2_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await book.commit();
}
