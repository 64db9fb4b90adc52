import { conditionKind, declaredConditions, Parameters } from '#chain/conditions';
import { readFilter } from './filter.reader.js';
import { aSegmentHouse } from './segments.fixtures.js';

// Every condition that any capability declares, by its own examples, on members of whom much is not known.

const { db } = await aSegmentHouse();
const today = '2026-11-22';
const asked = declaredConditions().flatMap(({ field, examples }) =>
  examples.map((parts) => ({ field, ...parts })),
);

it('has examples in each of them', () => {
  expect(declaredConditions().length).toBeGreaterThan(30);
  expect(declaredConditions().filter(({ examples }) => !examples.length)).toEqual([]);
});

it.each(asked.map((condition) => [JSON.stringify(condition), condition] as const))(
  'is read and answers yes or no of each member: %s',
  async (_text, condition) => {
    const filter = { match: 'all', conditions: [condition] };
    expect(readFilter(filter)).toEqual(filter);
    const params = new Parameters();
    const predicate = conditionKind(condition.field)?.sql(condition, {
      today,
      params,
      facts: undefined,
    });
    const counts = await db.one<{ members: number; open: number }>(
      `SELECT count(*) AS members, count(*) FILTER (WHERE (${predicate}) IS NULL) AS open FROM member m`,
      params.values,
    );
    expect(counts).toEqual({ members: 4, open: 0 });
  },
);
