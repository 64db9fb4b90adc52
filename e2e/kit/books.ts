import { declareCapabilities } from '../../apps/composition/capabilities.js';
import { createDataSource, Db } from '#kernel';
import { type Finding, verifyBooks } from '#ledger';

// A journey starts the product in a process of its own: in this one nobody has said yet what the books are checked for.
declareCapabilities();

/** What every check of the books finds in a database. */
export async function findingsOfBooks(ownerUrl: string): Promise<Finding[]> {
  const dataSource = await createDataSource(ownerUrl, 2).initialize();
  try {
    const { findings } = await new Db(dataSource).read((sql) => verifyBooks(sql));
    return findings;
  } finally {
    await dataSource.destroy();
  }
}
