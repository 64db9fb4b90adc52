import { ApiProperty } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { Text, Version } from '#kernel';

const VALUE = { oneOf: [{ type: 'string' }, { type: 'integer' }, { type: 'boolean' }] };

export class SettingRef {
  @Text({ max: 60, pattern: /^[a-z0-9_.]+$/ }) key!: string;
}

export class SetSettingInput {
  /** What it may be depends on the setting; checked against the catalogue. */
  @ApiProperty(VALUE) @Allow() value!: unknown;
  /** The version that was read: 0 while the default counts. */
  @Version() version!: number;
}

export class SettingView {
  @ApiProperty() key!: string;
  @ApiProperty() group!: string;
  @ApiProperty({ enum: ['cents', 'whole', 'flag', 'choice', 'text'] }) type!:
    'cents' | 'whole' | 'flag' | 'choice' | 'text';
  @ApiProperty(VALUE) value!: string | number | boolean;
  @ApiProperty(VALUE) default!: string | number | boolean;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt!: Date | null;
  @ApiProperty({ type: [String], required: false }) options?: readonly string[];
  @ApiProperty({ type: 'integer', required: false }) min?: number;
  @ApiProperty({ type: 'integer', required: false }) max?: number;
  @ApiProperty({ required: false }) unit?: string;
}
