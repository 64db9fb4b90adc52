import { categoriesToChoose } from './categories.rules.js';

interface Tree {
  name: string;
  children: Tree[];
}
const node = (name: string, ...children: Tree[]): Tree => ({ name, children });
const names = (tree: Tree[]) => categoriesToChoose(tree).map(({ name }) => name);

it('offers the topmost categories', () => {
  expect(names([node('drinks', node('tea')), node('care')])).toEqual(['drinks', 'care']);
});

it('goes down where all goods stand under one', () => {
  const tree = [node('all', node('goods', node('drinks'), node('care')))];
  expect(names(tree)).toEqual(['drinks', 'care']);
  expect(names([node('all', node('tea'))])).toEqual(['tea']);
  expect(names([])).toEqual([]);
});
