import type { Tender } from './shared.types.js';

export interface CategoryNode {
  id: number;
  code: string;
  name: string;
  depth: number;
  children: CategoryNode[];
}
export type ProductKind = 'goods' | 'service';
export interface ProductRow {
  id: number;
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  categoryId: number;
  categoryName: string;
  barcodes: string[];
  listPriceCents: number;
  discountable: boolean;
  weighed: boolean;
  status: 'active' | 'discontinued';
  priceCents: number;
  onHandMilli: number | null;
}
export interface ProductDetail extends ProductRow {
  costCents: number;
  pointsFactorBps: number;
  storePrices: { storeId: number; storeName: string; priceCents: number }[];
}
export interface DeskProduct {
  id: number;
  sku: string;
  name: string;
  kind: ProductKind;
  unit: string;
  barcode: string | null;
  priceCents: number;
  discountable: boolean;
  weighed: boolean;
  pointsFactorBps: number;
  onHandMilli: number | null;
  categoryName: string;
}
export interface ProductLookup {
  match: 'exact' | 'candidates' | 'none';
  products: DeskProduct[];
}
export interface StockRow {
  productId: number;
  sku: string;
  name: string;
  unit: string;
  storeId: number;
  storeName: string;
  onHandMilli: number;
  valueCents: number;
}

export interface SaleInput {
  memberId?: number;
  cardNo?: string;
  lines: { productId: number; qtyMilli: number; unitPriceCents: number }[];
  tenders: { tender: Tender; amountCents: number; givenCents?: number }[];
  dueCents: number;
  pin?: string;
  note?: string;
}
export interface SaleResult {
  saleId: number;
  receiptNo: string;
  dueCents: number;
  changeCents: number;
  principalCents: number;
  bonusCents: number;
  receivedCents: number;
  pointsEarned: number;
  principalAfterCents: number | null;
  bonusAfterCents: number | null;
  pointsAfter: number | null;
}
export interface SaleRow {
  id: number;
  receiptNo: string;
  businessDate: string;
  at: string;
  storeId: number;
  storeName: string;
  staffName: string;
  memberId: number | null;
  memberName: string | null;
  tenders: string[];
  listCents: number;
  discountCents: number;
  dueCents: number;
  receivedCents: number;
  pointsEarned: number;
  voided: boolean;
}
export interface VoidSaleResult {
  saleId: number;
  entryId: number;
  principalCents: number;
  bonusCents: number;
  receivedCents: number;
  pointsTakenBack: number;
}
export interface SaleLine {
  lineNo: number;
  productId: number;
  sku: string;
  productName: string;
  unit: string;
  qtyMilli: number;
  unitPriceCents: number;
  payRateBps: number;
  listCents: number;
  netCents: number;
}
export interface SaleDetail extends Omit<SaleRow, 'tenders'> {
  lines: SaleLine[];
  tenders: { tender: Tender; amountCents: number; givenCents: number }[];
  cardNoMasked: string | null;
  phoneMasked: string | null;
  tillName: string;
  levelName: string | null;
  principalCents: number;
  bonusCents: number;
  changeCents: number;
  principalAfterCents: number | null;
  bonusAfterCents: number | null;
  pointsAfter: number | null;
  note: string | null;
  printCount: number;
  storeAddress: string | null;
  storePhone: string | null;
  receiptFooter: string;
  void: { at: string; staffName: string; reason: string } | null;
}
