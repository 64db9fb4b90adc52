import { globSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { below, capabilities, capabilityOf } from './ladder.mjs';
import { shuke } from './local-rules.mjs';
import { forbidden, owners, tablesIn } from './table-owners.mjs';

const linter = new Linter();
/** What the rule says of the code of a file. */
const saidOf = (file: string, code: string): string[] =>
  linter
    .verify(
      code,
      [
        {
          files: ['**/*.ts'],
          languageOptions: { parser: tseslint.parser as Linter.Parser },
          plugins: { shuke } as never,
          rules: { 'shuke/tables-of-others': 'error' },
        },
      ],
      { filename: file },
    )
    .map(({ messageId }) => messageId ?? 'broken');
/** What it says of a text of SQL. */
const said = (file: string, statement: string): string[] =>
  saidOf(file, `export const text = \`${statement}\`;`);

describe('the ladder', () => {
  it('goes from the kernel to insight', () => {
    expect([capabilities[0], capabilities.at(-1)]).toEqual(['kernel', 'insight/reports']);
    expect(below('membership/cards')).toContain('membership/members');
    expect(below('membership/members')).not.toContain('membership/cards');
  });

  it('names every capability that there is', () => {
    const folders = globSync('libs/*/*/index.ts').map((file) => file.split('/').slice(1, 3));
    const outside = ['web', 'workshop', 'kernel', 'ledger'];
    expect(
      folders.filter(([area]) => !outside.includes(area ?? '')).map((names) => names.join('/')),
    ).toEqual(expect.arrayContaining(capabilities.filter((name) => name.includes('/'))));
  });
});

describe('tables', () => {
  it('belong to the capability whose entity names them', () => {
    expect(owners).toMatchObject({
      sale: 'counter/sales',
      member: 'membership/members',
      'ledger.entry': 'ledger',
    });
  });

  it('are read downward only', () => {
    expect(said('libs/counter/sales/x.ts', 'SELECT 1 FROM member m JOIN card c ON true')).toEqual(
      [],
    );
    expect(said('libs/membership/cards/x.ts', 'SELECT 1 FROM sale')).toEqual(['readUp']);
    expect(said('libs/insight/overview/x.ts', 'SELECT 1 FROM sale')).toEqual([]);
  });

  it.each([
    'INSERT INTO member (id) VALUES (1)',
    'UPDATE member SET name = 1',
    'DELETE FROM member',
  ])('are written by their owner only: %s', (statement) => {
    expect(said('libs/counter/sales/x.ts', statement)).toEqual(['write']);
    expect(said('libs/insight/reports/x.ts', statement)).toEqual(['write']);
    expect(said('libs/membership/members/x.ts', statement)).toEqual([]);
  });

  it('are read and written so in every file', () => {
    const files = globSync('libs/**/*.ts').filter((file) => !/\.(spec|fixtures)\.ts$/.test(file));
    const wrong = files.flatMap((file) => {
      const capability = capabilityOf(file);
      if (!capability) return [];
      return tablesIn(readFileSync(file, 'utf8')).flatMap((named) => {
        const found = forbidden(capability, named);
        return found ? [`${capability} ${found} ${named.table}`] : [];
      });
    });
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe('entities', () => {
  const levels = 'libs/membership/levels/levels.service.ts';
  const sales = 'libs/counter/sales/sales.service.ts';

  it('are written through by their owner', () => {
    const code = `import { Level } from './level.entity.js'; void tx.manager.update(Level, 1, {});`;
    expect(saidOf(levels, code)).toEqual([]);
  });

  it.each([
    `import { Level } from '#membership/levels';`,
    `import { Level as Rank } from '#membership/levels';`,
    `import { Level } from '../../membership/levels/level.entity.js';`,
    `import * as level from '../../membership/levels/level.entity.js';`,
    `export { Level } from '#membership/levels';`,
  ])('are taken by nobody else: %s', (code) => {
    expect(saidOf(sales, code)).toEqual(['entityOfOthers']);
    expect(saidOf('libs/insight/reports/x.ts', code)).toEqual(['entityOfOthers']);
  });

  it('may be known as a type, and a namesake is another thing', () => {
    expect(saidOf(sales, `import type { Level } from '#membership/levels';`)).toEqual([]);
    expect(saidOf(sales, `import { type Level } from '#membership/levels';`)).toEqual([]);
    expect(saidOf(sales, `import { Level } from '#membership/cards';`)).toEqual([]);
  });

  it.each([`export { Level } from './level.entity.js';`, `export * from './level.entity.js';`])(
    'are handed out by no face: %s',
    (code) => {
      expect(saidOf('libs/membership/levels/index.ts', code)).toEqual(['entityHandedOut']);
    },
  );

  it.each([
    `void tx.manager.update('level', 1, {});`,
    `void this.db.manager.insert('Level', {});`,
    `void tx.manager.createQueryBuilder().insert().into('level').values({});`,
    `void db.dataSource.getRepository('Level');`,
  ])('are named by their class: %s', (code) => {
    expect(saidOf(levels, code)).toEqual(['entityByText']);
    expect(saidOf(sales, code)).toEqual(['entityByText']);
  });

  it('leave texts of other things alone', () => {
    expect(saidOf(levels, `void list.get('level'); db.manager.query('SELECT 1');`)).toEqual([]);
  });
});
