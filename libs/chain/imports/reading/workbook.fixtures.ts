import { crc32, deflateRawSync } from 'node:zlib';

/** A zip with these parts, each as it claims to be or not. */
export function aZip(
  parts: Record<string, Buffer | { data: Buffer; claims?: number; flags?: number }>,
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { data, claims, flags = 0 } = Buffer.isBuffer(part) ? { data: part } : part;
    const packed = deflateRawSync(data);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? data.length, 18);
    common.writeUInt16LE(title.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed);
    const entry = Buffer.alloc(46);
    entry.write('PK\u0001\u0002', 0, 'latin1');
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6, 0, 26);
    entry.writeUInt32LE(offset, 42);
    central.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

export const XML = '<?xml version="1.0" encoding="UTF-8"?>';
/** A workbook by hand: a hidden sheet, then this one. */
export const bookOf = (
  sheet: Buffer | { data: Buffer; claims?: number },
  more: Record<string, Buffer> = {},
) =>
  aZip({
    'xl/workbook.xml': Buffer.from(
      `${XML}<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="隐藏" sheetId="1" state="hidden" r:id="a"/><x:sheet name="资料" sheetId="2" r:id="b"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `${XML}<Relationships><Relationship Id="a" Type="t/worksheet" Target="worksheets/a.xml"/><Relationship Id="b" Type="t/worksheet" Target="/xl/worksheets/b.xml"/></Relationships>`,
    ),
    'xl/worksheets/b.xml': sheet,
    ...more,
  });
export const sheetOf = (rows: string, before = '') =>
  Buffer.from(
    `${XML}${before}<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
  );
