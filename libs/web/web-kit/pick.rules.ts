interface Group<Row> {
  words: string;
  rows: { row: Row; index: number }[];
}

/** The rows under their words, those of one group together; counted from the first to the last as they are seen. */
export function groupRows<Row>(
  rows: readonly Row[],
  wordsOf: (row: Row) => string = () => '',
): Group<Row>[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const words = wordsOf(row);
    groups.set(words, [...(groups.get(words) ?? []), row]);
  }
  let index = 0;
  return [...groups].map(([words, each]) => ({
    words,
    rows: each.map((row) => ({ row, index: index++ })),
  }));
}
