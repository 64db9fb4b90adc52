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
