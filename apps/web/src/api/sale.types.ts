// What the API answers about goods and sales. Generated from its description; words that a screen prefers stand on the left.
export type {
  CategoryView as CategoryNode,
  DeskProduct,
  ProductDetail,
  ProductLookupView as ProductLookup,
  ProductRow,
  SaleDetail,
  SaleInput,
  SaleLineView as SaleLine,
  SaleResult,
  SaleRow,
  StockRow,
  VoidSaleResult,
} from '#api-client';
import type { ProductRow } from '#api-client';

export type ProductKind = ProductRow['kind'];
