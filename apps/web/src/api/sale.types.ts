// What the API answers about goods and sales. Generated from its description; words that a screen prefers stand on the left.
export type {
  CategoryView as CategoryNode,
  DeskProduct,
  FavouritesView as Favourites,
  ProductDetail,
  ProductLookupView as ProductLookup,
  ProductRow,
  SaleDetail,
  SaleInput,
  SaleLineView as SaleLine,
  SaleResult,
  SaleRow,
  StockRow,
} from '#web/api-client';
import type { ProductRow } from '#web/api-client';

export type ProductKind = ProductRow['kind'];
