import { testApp } from '#workshop/testing';
import { twoPlaces } from './place.fixtures.js';
import { aWorld } from './world.fixtures.js';

// Every list whose description offers words to search for: words that nothing has find nothing.
const api = await testApp({ books: 'once' });
const { here } = await twoPlaces(api);
await aWorld(here);
const { head } = here;

interface Operation {
  parameters?: { name: string; in: string }[];
}
const { body: description } = await head.get('/api/v1/openapi.json');
const searched = Object.entries<{ get?: Operation }>(description.paths)
  .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'q'))
  .map(([path]) => path)
  // Answers of their own: one thing that is looked for, not a list.
  .filter((path) => !path.endsWith('/lookup'));

it.each(searched)('%s reads its q', async (path) => {
  // A list under one record would need its own place here.
  expect(path).not.toContain('{');
  const found = await head.get(`${path}?q=${encodeURIComponent('魑魅魍魉')}`);
  expect(found).toMatchObject({ status: 200, body: { rows: [], total: 0 } });
  expect((await head.get(path)).body.rows).not.toEqual([]);
});
