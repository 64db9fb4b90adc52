import { globSync, readFileSync } from 'node:fs';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { below, capabilities, capabilityOf } from './ladder.mjs';
import { shuke } from './local-rules.mjs';
import { forbidden, owners, tablesIn } from './table-owners.mjs';

const linter = new Linter();
/** What the rule says of a text of SQL in a file. */
const said = (file: string, statement: string): string[] =>
  linter
    .verify(
      `export const text = \`${statement}\`;`,
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
