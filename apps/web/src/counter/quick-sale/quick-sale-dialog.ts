import { queryClient } from '../../api/query-client.js';
import { categoriesQuery } from '../../goods/catalogue/catalogue.queries.js';

/** Without a network the dialog comes without categories: an amount needs none. */
const LONGEST_WAIT_MS = 800;

/** The dialog with what it offers: choices that come later would move the Tab key's next stop. */
export async function quickSaleDialog() {
  const waited = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  const [dialog] = await Promise.all([
    import('./QuickSaleDialog.vue'),
    Promise.race([queryClient.prefetchQuery(categoriesQuery), waited]),
  ]);
  return dialog;
}
