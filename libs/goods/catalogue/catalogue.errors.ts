import { defineErrors, mapConstraint } from '#kernel';

export const CatalogueError = defineErrors('product', {
  notFound: { status: 404, params: ['productId'] },
  skuTaken: { status: 409 },
  barcodeTaken: { status: 409 },
  barcodeInvalid: { status: 422, params: ['barcode'] },
  /** A card's number or a mobile: a scan of it opens a person. */
  barcodeOfPerson: { status: 422, params: ['barcode'] },
  skuOfPerson: { status: 422 },
  serviceHasNoWeight: { status: 422 },
  kindFixed: { status: 409 },
});
export const CategoryError = defineErrors('category', {
  notFound: { status: 422, params: ['categoryId'] },
  codeTaken: { status: 409 },
  tooDeep: { status: 422 },
});

mapConstraint('product_sku_key', () => CatalogueError.skuTaken());
mapConstraint('product_sku_folded_key', () => CatalogueError.skuTaken());
mapConstraint('product_barcode_pkey', () => CatalogueError.barcodeTaken());
mapConstraint('product_barcode_folded_key', () => CatalogueError.barcodeTaken());
mapConstraint('category_code_key', () => CategoryError.codeTaken());
