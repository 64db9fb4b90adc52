import { productKeys, withEanCheckDigit } from '#goods/catalogue';
import { CATALOGUE } from './catalogue.data.js';
import type { SeededRandom } from './random.js';

export interface DemoProduct {
  id: number;
  name: string;
  kind: 'goods' | 'service';
  priceCents: number;
  costCents: number;
  discountable: boolean;
  weighed: boolean;
  /** How often it is sold. */
  weight: number;
}

type Row = Record<string, unknown>;

export interface DemoCatalogue {
  products: DemoProduct[];
  rows: { categories: Row[]; products: Row[]; barcodes: Row[]; keys: Row[]; storePrices: Row[] };
}

const CATEGORY_WEIGHTS: Readonly<Record<string, number>> = {
  饮品: 30,
  烘焙: 14,
  洗护: 7,
  护肤: 5,
  美妆: 4,
  家居: 3,
  食品: 8,
  服务: 20,
};

/** The first of these are what the guided examples sell, at the prices they name. */
const PROMINENT: Readonly<Record<string, number>> = {
  '海盐焦糖拿铁 大杯': 2800,
  '氨基酸洗发水 500 ml': 8900,
  '头皮护理 45 分钟': 16800,
};

/** Codes of the range kept for use inside a company (20…): no real product carries them. */
function barcodeOf(id: number): string {
  return withEanCheckDigit(`20680${String(id).padStart(7, '0')}`);
}

export function demoCatalogue(random: SeededRandom): DemoCatalogue {
  const rows: DemoCatalogue['rows'] = {
    categories: [],
    products: [],
    barcodes: [],
    keys: [],
    storePrices: [],
  };
  const categories = new Map<string, number>();
  const categoryOf = (path: readonly string[]): number => {
    const key = path.join(' / ');
    const known = categories.get(key);
    if (known) return known;
    const parentId = path.length > 1 ? categoryOf(path.slice(0, -1)) : null;
    const id = categories.size + 1;
    categories.set(key, id);
    rows.categories.push({
      id,
      parent_id: parentId,
      depth: path.length,
      code: `C${String(id).padStart(3, '0')}`,
      name: path.at(-1),
      sort: id,
    });
    return id;
  };
  const products: DemoProduct[] = [];
  for (const leaf of CATALOGUE) {
    const categoryId = categoryOf(leaf.path);
    for (const [item, yuan] of leaf.items) {
      for (const [variant, percent] of leaf.variants) {
        const id = products.length + 1;
        const name = variant ? `${item} ${variant}` : item;
        const priceCents = PROMINENT[name] ?? Math.round((yuan * percent) / 100) * 100;
        const costCents = Math.round((priceCents * leaf.costPercent) / 100);
        const sku = `${leaf.kind === 'service' ? 'F' : 'S'}${String(id).padStart(4, '0')}`;
        const weighed = leaf.weighed ?? false;
        const discountable = leaf.discountable ?? true;
        const barcodes = leaf.kind === 'goods' ? [barcodeOf(id)] : [];
        products.push({
          id,
          name,
          kind: leaf.kind,
          priceCents,
          costCents,
          discountable,
          weighed,
          weight:
            ((CATEGORY_WEIGHTS[leaf.path[0]] ?? 5) * (40 + random.whole(0, 60))) /
            (leaf.items.length * leaf.variants.length),
        });
        rows.products.push({
          id,
          sku,
          name,
          kind: leaf.kind,
          unit: leaf.unit,
          category_id: categoryId,
          list_price_cents: priceCents,
          cost_cents: costCents,
          discountable,
          weighed,
          points_factor_bps: leaf.path[0] === '服务' ? 10_000 : 10_000,
          status: 'active',
        });
        for (const barcode of barcodes) rows.barcodes.push({ barcode, product_id: id });
        for (const key of productKeys({ name, sku, barcodes }))
          rows.keys.push({ ...key, product_id: id });
      }
    }
  }
  return { products, rows };
}
