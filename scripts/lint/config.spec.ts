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
