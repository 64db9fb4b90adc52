export interface CategoryRow {
  id: number;
  parentId: number | null;
  depth: number;
  code: string;
  name: string;
}

export interface CategoryNode {
  id: number;
  code: string;
  name: string;
  depth: number;
  children: CategoryNode[];
}

/** Rows in the order they are shown become a tree of at most three levels. */
export function categoryTree(rows: readonly CategoryRow[]): CategoryNode[] {
  const nodes = new Map(
    rows.map(({ id, code, name, depth }) => [
      id,
      { id, code, name, depth, children: [] as CategoryNode[] },
    ]),
  );
  const top: CategoryNode[] = [];
  for (const row of rows) {
    const node = nodes.get(row.id);
    const siblings = row.parentId === null ? top : nodes.get(row.parentId)?.children;
    if (node && siblings) siblings.push(node);
  }
  return top;
}
