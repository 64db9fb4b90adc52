import { open } from 'node:fs/promises';
import { FileRefused } from './reading.types.js';

const HEAD_BYTES = 4_096;
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1');
/** The directory of an encrypted workbook names this stream. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** What a file is by its content; its name says nothing certain. Throws FileRefused with what to do. */
export async function fileKindOf(file: string): Promise<'xlsx' | 'csv'> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new FileRefused('empty');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.subarray(0, 8).equals(OLE)) {
      const whole = await handle.readFile();
      throw new FileRefused(
        whole.includes(ENCRYPTED) || head.includes(ENCRYPTED) ? 'encrypted' : 'old_excel',
      );
    }
    if (head.subarray(0, 4).equals(ZIP) || head.subarray(0, 4).equals(EMPTY_ZIP)) return 'xlsx';
    // Older systems call a web page ".xls".
    const text = head.toString('latin1').replaceAll('\u0000', '').trimStart().toLowerCase();
    if (/<(!doctype html|html|table|meta|head)\b/.test(text)) throw new FileRefused('html_table');
    if (/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/.test(text))
      throw new FileRefused('xml_table');
    const isUtf16 =
      (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
    if (!isUtf16 && head.includes(0)) throw new FileRefused('not_a_table');
    return 'csv';
  } finally {
    await handle.close();
  }
}
