import { ApiProperty, OmitType } from '@nestjs/swagger';
import { CARD_STATUSES, type CardStatus } from '#membership/cards';
import { PageView } from '#kernel';

export class SaleRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() receiptNo!: string;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty() staffName!: string;
  @ApiProperty({ type: 'integer', nullable: true }) memberId!: number | null;
  @ApiProperty({ type: String, nullable: true }) memberName!: string | null;
  @ApiProperty({ type: String, isArray: true }) tenders!: string[];
  @ApiProperty({ type: 'integer' }) listCents!: number;
  @ApiProperty({ type: 'integer' }) discountCents!: number;
  @ApiProperty({ type: 'integer' }) dueCents!: number;
  @ApiProperty({ type: 'integer' }) receivedCents!: number;
  /** Paid by what is neither stored value nor money: points. */
  @ApiProperty({ type: 'integer' }) otherCents!: number;
  /** What came back of it so far. */
  @ApiProperty({ type: 'integer' }) returnedCents!: number;
  @ApiProperty({ type: 'integer' }) pointsEarned!: number;
  @ApiProperty() voided!: boolean;
}
/** Of everything that was found, what was voided left out. */
export class SaleTotals {
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: 'integer' }) listCents!: number;
  @ApiProperty({ type: 'integer' }) discountCents!: number;
  @ApiProperty({ type: 'integer' }) dueCents!: number;
  @ApiProperty({ type: 'integer' }) receivedCents!: number;
  @ApiProperty({ type: 'integer' }) otherCents!: number;
  @ApiProperty({ type: 'integer' }) returnedCents!: number;
  @ApiProperty({ type: 'integer' }) pointsEarned!: number;
}
export class SalePage extends PageView(SaleRow) {
  @ApiProperty({ type: SaleTotals, required: false }) totals?: SaleTotals;
}

/** Somebody who served a line, and the share in it. */
export class LineStaffView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) shareBps!: number;
}

export class SaleLineView {
  @ApiProperty({ type: 'integer' }) lineNo!: number;
  /** `product`, `quick` … */
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'integer', nullable: true }) productId!: number | null;
  @ApiProperty({ type: String, nullable: true }) sku!: string | null;
  /** Of a line without a product its category, or nothing. */
  @ApiProperty() productName!: string;
  @ApiProperty({ type: String, nullable: true }) unit!: string | null;
  /** Whose price it is, and which of all prices that were ever set; null: said at the till, or not kept. */
  @ApiProperty({ enum: ['list', 'store'], nullable: true }) priceSource!: 'list' | 'store' | null;
  @ApiProperty({ type: 'integer', nullable: true }) priceVersion!: number | null;
  @ApiProperty({ type: LineStaffView, isArray: true }) staff!: LineStaffView[];
  @ApiProperty({ type: 'integer' }) qtyMilli!: number;
  @ApiProperty({ type: 'integer' }) unitPriceCents!: number;
  @ApiProperty({ type: 'integer' }) payRateBps!: number;
  @ApiProperty({ type: 'integer' }) listCents!: number;
  @ApiProperty({ type: 'integer' }) netCents!: number;
}

export class SaleTenderView {
  @ApiProperty() tender!: string;
  /** It was taken, and is handed back, as money. */
  @ApiProperty() isMoney!: boolean;
  /** It is stored value: the principal and bonus of the sale are its parts. */
  @ApiProperty() isStoredValue!: boolean;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
  @ApiProperty({ type: 'integer' }) givenCents!: number;
  /** How much of its own unit that was: points. */
  @ApiProperty({ type: 'integer', nullable: true }) units!: number | null;
  /** The number of the slip or voucher. */
  @ApiProperty({ type: String, nullable: true }) reference!: string | null;
}

export class SaleVoidView {
  @ApiProperty({ type: String, format: 'date-time' }) at!: string;
  @ApiProperty() staffName!: string;
  @ApiProperty() reason!: string;
}

export class SalePayerView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** The version of the setting by which principal and bonus were split; 0 is the default. */
export class SpendOrderView {
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: ['proportional', 'bonus_first', 'principal_first'] }) order!: string;
}

/** Everything the receipt and the detail page show. */
export class SaleDetail extends OmitType(SaleRow, ['tenders']) {
  @ApiProperty({ type: SaleLineView, isArray: true }) lines!: SaleLineView[];
  @ApiProperty({ type: SaleTenderView, isArray: true }) tenders!: SaleTenderView[];
  @ApiProperty() tillName!: string;
  @ApiProperty({ type: String, nullable: true }) levelName!: string | null;
  @ApiProperty({ type: String, nullable: true }) cardNoMasked!: string | null;
  /** What became of the card since. */
  @ApiProperty({ enum: CARD_STATUSES, nullable: true }) cardStatus!: CardStatus | null;
  @ApiProperty() cardExpired!: boolean;
  /** The owner of the wallet that a family card spent; null: the buyer's own. */
  @ApiProperty({ type: SalePayerView, nullable: true }) payer!: SalePayerView | null;
  @ApiProperty({ type: String, nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  @ApiProperty({ type: 'integer' }) pointsUsed!: number;
  @ApiProperty({ type: 'integer' }) changeCents!: number;
  @ApiProperty({ type: 'integer', nullable: true }) principalAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) bonusAfterCents!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) pointsAfter!: number | null;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
  @ApiProperty({ type: 'integer' }) printCount!: number;
  @ApiProperty({ type: String, nullable: true }) storeAddress!: string | null;
  @ApiProperty({ type: String, nullable: true }) storePhone!: string | null;
  @ApiProperty() receiptFooter!: string;
  @ApiProperty({ type: SpendOrderView, nullable: true }) spendOrder!: SpendOrderView | null;
  @ApiProperty({ type: SaleVoidView, nullable: true }) void!: SaleVoidView | null;
}
