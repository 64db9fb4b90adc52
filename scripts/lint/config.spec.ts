import { ESLint } from 'eslint';

const lint = new ESLint();

/** Which rules a text breaks where it lies. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await lint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}

describe('journeys', () => {
  it.each([
    'export const rest = (page: { waitForTimeout(ms: number): Promise<void> }) => page.waitForTimeout(300);\n',
    'export const rest = () => new Promise((resolve) => setTimeout(resolve, 300));\n',
  ])('wait for the thing itself, not for a time: %s', async (text) => {
    expect(await broken('e2e/x.e2e.ts', text)).toEqual(['no-restricted-syntax']);
    expect(await broken('e2e/kit/x.ts', text)).toEqual(['no-restricted-syntax']);
  });
});

describe('plain records', () => {
  const ask = (call: string) =>
    `import type { EntityManager } from 'typeorm';\n\nexport const ask = (tx: { manager: EntityManager }, entity: new () => object): Promise<unknown> =>\n  tx.manager.${call};\n`;

  it.each(['save(entity, {})', 'remove(entity, {})', 'preload(entity, {})'])(
    'are not read before they are written: %s',
    async (call) => {
      const found = await broken('libs/membership/levels/levels.service.ts', ask(call));
      expect(found).toEqual(['no-restricted-syntax']);
    },
  );

  it.each(['insert(entity, {})', 'update(entity, 1, {})', 'delete(entity, 1)'])(
    'are written by key: %s',
    async (call) => {
      expect(await broken('libs/membership/levels/levels.service.ts', ask(call))).toEqual([]);
    },
  );
});

describe('a file', () => {
  it.each([
    ['of a screen', 'apps/web/src/Long.vue', '<template><p /></template>'],
    ['of words', 'apps/web/src/long.locale.ts', 'export default {};'],
    ['of the kit', 'libs/web/web-kit/Long.vue', '<template><p /></template>'],
    ['of a journey', 'e2e/long.e2e.ts', 'export const a = 1;'],
    ['of a script', 'scripts/long.mjs', 'export const a = 1;'],
    ['of a configuration', 'scripts/lint/long.cjs', 'exports.a = 1;'],
  ])('%s has 300 lines at most', async (_, file, first) => {
    const ofLines = (count: number) => `${first}\n${'\n'.repeat(count - 1)}`;
    expect(await broken(file, ofLines(300))).toEqual([]);
    expect(await broken(file, ofLines(301))).toEqual(['max-lines']);
  });

  // Linting one of these reads the types of the whole server: its rule is asked instead.
  it.each(['libs/kernel/index.ts', 'apps/api/src/main.ts', 'libs/ledger/books.spec.ts'])(
    'of the server has 300 lines at most: %s',
    async (file) => {
      const { rules } = (await lint.calculateConfigForFile(file)) as {
        rules: Record<string, unknown>;
      };
      expect(rules['max-lines']).toEqual([2, { max: 300 }]);
    },
  );
});
