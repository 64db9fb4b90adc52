/** What comes back of a line: a quantity in thousandths, and where its goods go. */
export interface Chosen {
  lineNo: number;
  qtyMilli: number;
  scrap: boolean;
}

interface Line {
  lineNo: number;
  qtyMilli: number;
  returnedMilli: number;
}

export const leftMilli = ({ qtyMilli, returnedMilli }: Line): number => qtyMilli - returnedMilli;

/** What is entered first: of one line that is left all of it, of several nothing. */
export function firstChoice(lines: readonly Line[]): Record<number, number | null> {
  const open = lines.filter((line) => leftMilli(line) > 0);
  return Object.fromEntries(
    open.map((line) => [line.lineNo, open.length === 1 ? leftMilli(line) : null]),
  );
}

/** The lines of which something was entered. */
export function chosenOf(
  lines: readonly Line[],
  quantities: Readonly<Record<number, number | null | undefined>>,
  scrapped: ReadonlySet<number>,
): Chosen[] {
  return lines.flatMap(({ lineNo }) => {
    const qtyMilli = quantities[lineNo] ?? 0;
    return qtyMilli > 0 ? [{ lineNo, qtyMilli, scrap: scrapped.has(lineNo) }] : [];
  });
}

/** The query of a preview: `2:1000,3:500`. */
export const askedOf = (chosen: readonly Pick<Chosen, 'lineNo' | 'qtyMilli'>[]): string =>
  chosen.map(({ lineNo, qtyMilli }) => `${lineNo}:${qtyMilli}`).join(',');
