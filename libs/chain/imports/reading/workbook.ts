import path from 'node:path';
import { textCell } from './cell-text.js';
import { builtInShape, dateShapeOf, type DateShape } from './date-format.js';
import { FileRefused, LIMITS, type ReadCell } from './reading.types.js';
import { attributeOf, readXml, xmlPieces } from './xml.js';
import type { WorkbookZip } from './zip-file.js';

export interface Workbook {
  sheetName: string;
  /** The part of the first visible sheet. */
  sheetPart: string;
  otherSheets: string[];
  date1904: boolean;
  /** By style index: what numbers of that style show of a day. */
  dateStyles: (DateShape | undefined)[];
  sharedTexts: ReadCell[];
}

const targetFrom = (part: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(part), target);

/** What stands around the rows: which sheet, which styles are dates, the texts that cells share. */
export async function readWorkbook(zip: WorkbookZip): Promise<Workbook> {
  // A macro can hide behind any name, and a signed workbook has its own.
  if (zip.names.some((name) => name.endsWith('vbaproject.bin'))) throw new FileRefused('macros');
  if (zip.names.includes('xl/workbook.bin')) throw new FileRefused('binary_workbook');
  const part = await officePart(zip);
  const relations = await relationsOf(zip, part);
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let date1904 = false;
  await readXml(await zip.stream(part), {
    open: (name, attributes) => {
      if (name === 'workbookPr')
        date1904 = ['1', 'true'].includes(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        id: attributes['r:id'] ?? attributeOf(attributes, 'id') ?? '',
        hidden: (attributeOf(attributes, 'state') ?? 'visible') !== 'visible',
      });
    },
  });
  const visible = sheets.filter(({ id, hidden }) => !hidden && relations.has(id));
  const [first] = visible;
  if (!first) throw new FileRefused('no_rows');
  return {
    sheetName: first.name,
    sheetPart: relations.get(first.id)?.target ?? '',
    otherSheets: visible.slice(1).map(({ name }) => name),
    date1904,
    dateStyles: await dateStylesOf(zip, partOf(relations, 'styles')),
    sharedTexts: await sharedTextsOf(zip, partOf(relations, 'sharedStrings')),
  };
}

type Relations = Map<string, { target: string; type: string }>;

function partOf(relations: Relations, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

async function officePart(zip: WorkbookZip): Promise<string> {
  const roots = zip.has('_rels/.rels') ? await relationsOf(zip, '') : new Map();
  const part = partOf(roots, 'officeDocument') ?? 'xl/workbook.xml';
  if (!zip.has(part)) throw new FileRefused('not_a_table');
  return part;
}

async function relationsOf(zip: WorkbookZip, part: string): Promise<Relations> {
  const folder = path.posix.join(path.posix.dirname(part), '_rels');
  const relations: Relations = new Map();
  await readXml(await zip.stream(`${folder}/${path.posix.basename(part)}.rels`), {
    open: (name, attributes) => {
      const { Id: id, Target: target, Type: type } = attributes;
      if (name !== 'Relationship' || !id || !target) return;
      relations.set(id, {
        target: targetFrom(part, target),
        type: (type ?? '').slice((type ?? '').lastIndexOf('/') + 1),
      });
    },
  });
  return relations;
}

async function dateStylesOf(
  zip: WorkbookZip,
  part: string | undefined,
): Promise<Workbook['dateStyles']> {
  const styles: Workbook['dateStyles'] = [];
  if (!part || !zip.has(part)) return styles;
  const custom = new Map<number, DateShape | undefined>();
  let inCells = false;
  await readXml(await zip.stream(part), {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(attributeOf(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt')
        custom.set(id, dateShapeOf(attributeOf(attributes, 'formatCode') ?? ''));
      if (name !== 'xf' || !inCells) return;
      styles.push(custom.has(id) ? custom.get(id) : builtInShape(id));
      if (styles.length > LIMITS.styles || custom.size > LIMITS.styles)
        throw new FileRefused('broken');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function sharedTextsOf(zip: WorkbookZip, part: string | undefined): Promise<ReadCell[]> {
  const texts: ReadCell[] = [];
  if (!part || !zip.has(part)) return texts;
  let text = '';
  let reading = false;
  // The sound of hanzi stands beside the text itself.
  let phonetic = false;
  let characters = 0;
  const pieces = xmlPieces(await zip.stream(part), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      reading = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (reading && text.length <= LIMITS.rawChars) text += piece;
    },
    close: (name) => {
      if (name === 't') reading = false;
      if (name === 'rPh') phonetic = false;
      if (name !== 'si') return;
      texts.push(textCell(unescaped(text)));
      characters += text.length;
      if (texts.length > LIMITS.sharedTexts || characters > LIMITS.sharedChars)
        throw new FileRefused('too_many_texts');
    },
  });
  while (!(await pieces.next()).done);
  return texts;
}

/** Characters that XML can't hold are written as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
    : text;
}
