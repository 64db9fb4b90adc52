import { numbersOfGoods } from '#membership/member-search';
import type { Manifest } from '#kernel';
import { CatalogueModule } from './catalogue.module.js';
import * as catalogueEntities from './catalogue.entity.js';

export const catalogueManifest: Manifest = {
  entities: [catalogueEntities],
  api: CatalogueModule,
  declares: [
    numbersOfGoods.says(
      (number, barcode) =>
        `EXISTS (SELECT FROM product_barcode b WHERE b.folded = ${barcode}) OR EXISTS (SELECT FROM product p WHERE p.sku = ${number})`,
    ),
  ],
};
