import { ApiProperty } from '@nestjs/swagger';
import { IsTimeZone } from 'class-validator';
import { Flag, Id, Phone, Text, Version, Whole } from '#kernel';

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
  @ApiProperty({ enum: ['head_office', 'branch'] }) type!: 'head_office' | 'branch';
  @ApiProperty() region!: string;
  @ApiProperty() timezone!: string;
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 11 }) cutoverHour!: number;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty({ type: String, nullable: true }) address!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: [TillView] }) tills!: TillView[];
}
