import {
  Flag,
  Id,
  IdList,
  OneOf,
  PageQuery,
  PageView,
  SortBy,
  Text,
  Version,
  Whole,
} from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { TENDER_SORTS } from './tender-list.query.js';
import {
  TENDER_CODE,
  TENDER_KEY,
  TENDER_PLACES,
  TENDER_STATES,
  type TenderPlace,
  type TenderState,
} from './tender.rules.js';

/** The code of a tender in what is sent; whether there is one is said by the table. */
export const TenderCode = (options: { optional?: boolean } = {}): PropertyDecorator =>
  Text({ min: 2, max: 30, pattern: TENDER_CODE, ...options });

/** The number of the slip or voucher, where the tender asks for one. */
export const TenderReference = (): PropertyDecorator => Text({ max: 60, optional: true });

export class TenderQuery extends PageQuery {
  @OneOf(TENDER_STATES, { optional: true }) state?: TenderState;
  @SortBy(TENDER_SORTS) sort?: string;
}

export class TenderRef {
  @Id() id!: number;
}

/** What head office says about a tender beside its code. */
export class TenderInput {
  @Text({ max: 20 }) nameZh!: string;
  @Text({ max: 30 }) nameEn!: string;
  @OneOf(TENDER_PLACES) place!: TenderPlace;
  /** It lies in the drawer: notes, vouchers on paper. */
  @Flag() inDrawer!: boolean;
  /** At the close of a shift: counted, or compared with what the provider says. */
  @Flag() counted!: boolean;
  @Flag() asksReference!: boolean;
  @Flag() refundable!: boolean;
  /** Alt and this digit at the till. */
  @Text({ max: 1, pattern: TENDER_KEY }) tillKey!: string;
  /** Where it is taken; left out: in all stores. */
  @IdList({ optional: true, max: 500 }) storeIds?: number[] | null;
  @Whole({ max: 9_999 }) position!: number;
}

export class NewTenderInput extends TenderInput {
  @TenderCode() code!: string;
}

export class EditTenderInput extends TenderInput {
  /** It is taken no more. */
  @Flag() retired!: boolean;
  @Version() version!: number;
}

export class TenderStoreView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

export class TenderView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() code!: string;
  @ApiProperty() nameZh!: string;
  @ApiProperty() nameEn!: string;
  @ApiProperty({ enum: TENDER_PLACES }) place!: TenderPlace;
  @ApiProperty() inDrawer!: boolean;
  @ApiProperty() counted!: boolean;
  @ApiProperty() asksReference!: boolean;
  @ApiProperty() refundable!: boolean;
  @ApiProperty() tillKey!: string;
  /** null: in all stores. */
  @ApiProperty({ type: [TenderStoreView], nullable: true }) stores!: TenderStoreView[] | null;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty() builtIn!: boolean;
  @ApiProperty({ enum: TENDER_STATES }) state!: TenderState;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class TenderPage extends PageView(TenderView) {}

/** A tender as the screens know it, those that are taken no more included: papers show them. */
export class ScreenTender {
  @ApiProperty() code!: string;
  @ApiProperty() nameZh!: string;
  @ApiProperty() nameEn!: string;
  @ApiProperty({ enum: TENDER_PLACES }) place!: TenderPlace;
  @ApiProperty() asksReference!: boolean;
  @ApiProperty() refundable!: boolean;
  @ApiProperty() tillKey!: string;
  /** At this till; without one: anywhere. */
  @ApiProperty() taken!: boolean;
}
