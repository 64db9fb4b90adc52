interface Node<Self> {
  name: string;
  children: Self[];
}

/** The categories to choose from at the till: the topmost level of the tree where there is a choice. */
export function categoriesToChoose<Self extends Node<Self>>(
  tree: readonly Self[],
): readonly Self[] {
  const [only, other] = tree;
  return only && !other && only.children.length > 0 ? categoriesToChoose(only.children) : tree;
}
