import { ApiProperty } from '@nestjs/swagger';
import { IsTimeZone } from 'class-validator';
import { Flag, Id, PageQuery, PageView, Phone, SortBy, Text, Version, Whole } from '#kernel';
import { STORE_SORTS } from './store-list.query.js';

export const STORE_TYPES = ['head_office', 'branch'] as const;
type StoreType = (typeof STORE_TYPES)[number];

export class StoreQuery extends PageQuery {
  @Flag({ optional: true }) active?: boolean;
  @SortBy(STORE_SORTS) sort?: string;
}

export class StoreRef {
  @Id() id!: number;
}

export class UpdateStoreInput {
  @Text({ max: 40 }) name!: string;
  @Text({ max: 40, optional: true }) region?: string;
  @Text({ max: 60 }) @IsTimeZone() timezone!: string;
  /** The store's day ends at this hour of the next morning. */
  @Whole({ min: 0, max: 11 }) cutoverHour!: number;
  @Phone({ optional: true }) phone?: string;
  @Text({ max: 120, optional: true }) address?: string;
  @Flag() active!: boolean;
  @Version() version!: number;
}

export class TillView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() active!: boolean;
}

export class StoreView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: STORE_TYPES }) type!: StoreType;
  @ApiProperty() region!: string;
  @ApiProperty() timezone!: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 11 }) cutoverHour!: number;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true }) address!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [TillView] }) tills!: TillView[];
}

export class StorePage extends PageView(StoreView) {}
