import type { Tx } from '#kernel';
import type { ProductKind } from './barcode.rules.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { productKeys } from './product-key.rules.js';

let count = 0;

export async function aCategory(
  tx: Tx,
  options: { name?: string; parentId?: number; depth?: number } = {},
): Promise<number> {
  count += 1;
  const { name = `类别${count}`, parentId = null, depth = 1 } = options;
  return new CatalogueRepository().insertCategory(tx, {
    parentId,
    depth,
    code: `K${count}`,
    name,
    sort: count,
  });
}

export interface ProductOptions {
  name?: string;
  sku?: string;
  kind?: ProductKind;
  priceCents?: number;
  discountable?: boolean;
  weighed?: boolean;
  favourite?: boolean;
  pointsFactorBps?: number;
  barcodes?: string[];
  categoryId?: number;
  status?: 'active' | 'discontinued';
}

/** Goods at 10.00, findable as a product made on the screen is. Returns the id. */
export async function aProduct(tx: Tx, options: ProductOptions = {}): Promise<number> {
  count += 1;
  const repository = new CatalogueRepository();
  const values = {
    sku: options.sku ?? `P${String(count).padStart(4, '0')}`,
    name: options.name ?? `商品${count}`,
    kind: options.kind ?? ('goods' as const),
    unit: '件',
    categoryId: options.categoryId ?? (await aCategory(tx)),
    listPriceCents: options.priceCents ?? 10_00,
    costCents: 0,
    discountable: options.discountable ?? true,
    weighed: options.weighed ?? false,
    favourite: options.favourite ?? false,
    pointsFactorBps: options.pointsFactorBps ?? 10_000,
    status: options.status ?? ('active' as const),
    barcodes: options.barcodes ?? [],
  };
  const id = await repository.insert(tx, values);
  await repository.replaceBarcodes(tx, id, values.barcodes);
  await repository.replaceKeys(tx, id, productKeys(values));
  return id;
}
