type SeedDemo = (ownerUrl: string, report: (line: string) => void) => Promise<void>;

/** Writes head office, stores, staff, members and ninety days of trade into an empty database. */
export async function seedDemoChain(
  ownerUrl: string,
  report: (line: string) => void,
): Promise<void> {
  const library = '#demo-chain';
  let seedDemo: SeedDemo;
  try {
    ({ seedDemo } = (await import(library)) as { seedDemo: SeedDemo });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    report('没有演示数据 · no demo data in this build');
    return;
  }
  await seedDemo(ownerUrl, report);
}
