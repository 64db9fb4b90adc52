import { Injectable } from '@nestjs/common';
import {
  type Actor,
  assertInScope,
  assertVersion,
  Audit,
  Db,
  foldBarcode,
  foldCardNo,
  isStripe,
  type Sql,
  tillOf,
  type Tx,
} from '#kernel';
import { isBarcode, isPaymentCode } from './barcode.rules.js';
import { CatalogueError, CategoryError } from './catalogue.errors.js';
import {
  CatalogueRepository,
  type ProductValues,
  type StandingProduct,
} from './catalogue.repository.js';
import { categoryTree } from './category-tree.rules.js';
import { readsAsPerson } from './people-codes.rules.js';
import { productList } from './product-list.report.js';
import { productKeys, searchForm } from './product-key.rules.js';
import type {
  CategoryInput,
  CategoryView,
  DeskProduct,
  EditProductInput,
  ProductDetail,
  ProductInput,
  ProductLookupView,
  ProductPage,
  ProductQuery,
  StorePriceInput,
  StorePriceRef,
} from './product.dto.js';

const MAX_DEPTH = 3;
const MAX_CANDIDATES = 20;

@Injectable()
export class CatalogueService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly repository: CatalogueRepository,
  ) {}

  async categories(): Promise<CategoryView[]> {
    return categoryTree(await this.repository.categories(this.db));
  }

  addCategory(actor: Actor, input: CategoryInput): Promise<CategoryView> {
    return this.db.write(async (tx) => {
      const depth = input.parentId ? (await this.depthOf(tx, input.parentId)) + 1 : 1;
      if (depth > MAX_DEPTH) throw CategoryError.tooDeep();
      const row = {
        parentId: input.parentId ?? null,
        depth,
        code: input.code,
        name: input.name,
        sort: input.sort ?? 0,
      };
      const id = await this.repository.insertCategory(tx, row);
      await this.audit.record(tx, actor, {
        action: 'category.create',
        subjectKind: 'category',
        subjectId: id,
        after: row,
      });
      return { id, code: row.code, name: row.name, depth, children: [] };
    });
  }

  list(actor: Actor, query: ProductQuery): Promise<ProductPage> {
    const { q, categoryId, kind, status } = query;
    const filters = {
      q,
      category: categoryId ? [categoryId] : null,
      productKind: kind,
      productStatus: status,
    };
    const scope = { storeIds: actor.storeIds, tillStoreId: actor.till?.storeId ?? null };
    return this.db.read((snapshot) => productList.page(snapshot, filters, scope, query));
  }

  async lookup(actor: Actor, q: string): Promise<ProductLookupView> {
    const { storeId } = tillOf(actor);
    const wanted = searchForm(q);
    if (!wanted || isPaymentCode(wanted) || isStripe(q)) return { match: 'none', products: [] };
    const code = { sku: wanted, barcode: foldBarcode(q) };
    const exact = await this.repository.byCode(this.db, storeId, code);
    if (exact.length === 1) return { match: 'exact', products: exact };
    // Two products were given one code before codes had one writing: it is for the cashier to choose.
    if (exact.length > 1) return { match: 'candidates', products: exact };
    const products = await this.repository.candidates(this.db, storeId, wanted, MAX_CANDIDATES);
    return { match: products.length ? 'candidates' : 'none', products };
  }

  /** What head office has put on the tiles of the tills. */
  marked(sql: Sql, limit: number): Promise<number[]> {
    return this.repository.marked(sql, limit);
  }

  /** These products as a till of this store sells them, in this order. */
  forDesk(sql: Sql, storeId: number, ids: readonly number[]): Promise<DeskProduct[]> {
    return this.repository.forDesk(sql, storeId, ids);
  }

  async detail(actor: Actor, id: number): Promise<ProductDetail> {
    const product = await this.repository.detail(
      this.db,
      id,
      actor.till?.storeId ?? null,
      actor.storeIds,
    );
    if (!product) throw CatalogueError.notFound({ productId: id });
    return product;
  }

  async create(actor: Actor, input: ProductInput): Promise<ProductDetail> {
    const id = await this.db.write(async (tx) => {
      const values = await this.valuesOf(tx, input);
      const created = await this.repository.insert(tx, values);
      await this.writeCodes(tx, created, values);
      await this.audit.record(tx, actor, {
        action: 'product.create',
        subjectKind: 'product',
        subjectId: created,
        after: values,
      });
      return created;
    });
    return this.detail(actor, id);
  }

  async edit(actor: Actor, id: number, input: EditProductInput): Promise<ProductDetail> {
    await this.db.write(async (tx) => {
      const { version: _version, ...before } = await this.standing(tx, id, input.version);
      // Goods have stock in the ledger, services have none: one can't become the other.
      if (before.kind !== input.kind) throw CatalogueError.kindFixed();
      const after = await this.valuesOf(tx, input, before);
      await this.repository.update(tx, id, before.sku, after);
      await this.writeCodes(tx, id, after);
      await this.audit.record(tx, actor, {
        action: 'product.edit',
        subjectKind: 'product',
        subjectId: id,
        before,
        after,
      });
    });
    return this.detail(actor, id);
  }

  async setStorePrice(
    actor: Actor,
    { id, storeId }: StorePriceRef,
    { priceCents = null, version }: StorePriceInput,
  ): Promise<ProductDetail> {
    assertInScope(actor, storeId);
    await this.db.write(async (tx) => {
      await this.standing(tx, id, version, storeId);
      const before = await this.repository.setStorePrice(tx, id, storeId, priceCents);
      const change = {
        subjectKind: 'product',
        subjectId: id,
        before: { priceCents: before },
        after: { priceCents },
        storeId,
      };
      await this.audit.record(tx, actor, { action: 'product.store_price', ...change });
    });
    return this.detail(actor, id);
  }

  /** The product, locked, if it is still the version that was read. Errors: product.not_found, record.changed. */
  private async standing(
    tx: Tx,
    id: number,
    given: number,
    storeId?: number,
  ): Promise<StandingProduct> {
    const product = await this.repository.lock(tx, id);
    if (!product) throw CatalogueError.notFound({ productId: id });
    const { version, ...values } = product;
    const price = storeId && (await this.repository.storePrice(tx, id, storeId));
    const now = storeId ? { ...values, priceCents: price ?? null } : values;
    await assertVersion(tx, given, { subjectKind: 'product', subjectId: id, version, now });
    return product;
  }

  /** What is left out of an edit stays as it was. */
  private async valuesOf(
    tx: Tx,
    input: ProductInput,
    before?: ProductValues,
  ): Promise<ProductValues> {
    await this.depthOf(tx, input.categoryId);
    const barcodes = onceEach(input.barcodes ?? before?.barcodes ?? []);
    const wrong = barcodes.find((barcode) => !isBarcode(barcode));
    if (wrong) throw CatalogueError.barcodeInvalid({ barcode: wrong });
    await this.assertOfGoods(tx, { sku: input.sku, barcodes }, before);
    const weighed = input.weighed ?? before?.weighed ?? false;
    if (weighed && input.kind === 'service') throw CatalogueError.serviceHasNoWeight();
    return {
      sku: input.sku,
      name: input.name,
      kind: input.kind,
      unit: input.unit,
      categoryId: input.categoryId,
      listPriceCents: input.listPriceCents,
      costCents: input.costCents ?? before?.costCents ?? 0,
      discountable: input.discountable ?? before?.discountable ?? true,
      weighed,
      favourite: input.favourite ?? before?.favourite ?? false,
      pointsFactorBps: input.pointsFactorBps ?? before?.pointsFactorBps ?? 10_000,
      status: input.status ?? before?.status ?? 'active',
      barcodes,
    };
  }

  /**
   * A code that a product gets is nobody's card and no mobile. One that it has had for long doesn't stop an edit: it
   * stands in the list of numbers held twice. Errors: product.sku_of_person, product.barcode_of_person.
   */
  private async assertOfGoods(
    tx: Tx,
    { sku, barcodes }: Pick<ProductValues, 'sku' | 'barcodes'>,
    before?: ProductValues,
  ): Promise<void> {
    const had = new Set([before?.sku, ...(before?.barcodes ?? [])]);
    const given = [sku, ...barcodes].filter((code) => !had.has(code));
    const cards = await this.repository.cardsOf(tx, given.map(foldCardNo));
    const ofPerson = given.find((code) => readsAsPerson(code) || cards.has(foldCardNo(code)));
    if (ofPerson === undefined) return;
    if (ofPerson === sku) throw CatalogueError.skuOfPerson();
    throw CatalogueError.barcodeOfPerson({ barcode: ofPerson });
  }

  private async writeCodes(tx: Tx, id: number, values: ProductValues): Promise<void> {
    await this.repository.replaceBarcodes(tx, id, values.barcodes);
    await this.repository.replaceKeys(tx, id, productKeys(values));
  }

  private async depthOf(tx: Tx, categoryId: number): Promise<number> {
    const depth = await this.repository.categoryDepth(tx, categoryId);
    if (depth === undefined) throw CategoryError.notFound({ categoryId });
    return depth;
  }
}

/** A code that is written in two ways is one: the first is kept. */
function onceEach(barcodes: readonly string[]): string[] {
  const written = new Map<string, string>();
  for (const barcode of barcodes) {
    const folded = foldBarcode(barcode);
    if (!written.has(folded)) written.set(folded, barcode);
  }
  return [...written.values()];
}
