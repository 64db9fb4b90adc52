import { Flag, Id, OneOf, PersonName, Phone, Text, Whole } from '#kernel';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { IsOptional, ValidateBy } from 'class-validator';
import { CONSENT_CHANNELS, type ConsentChannel } from './consent.rules.js';
import { DUPLICATE_REASONS, type DuplicateReason } from './duplicate.rules.js';
import { TAG_COLORS, type TagColor } from './member.rules.js';

/** Values by the code of the chain's custom fields; each is judged by its definition. */
export function OwnFields(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: 'object', additionalProperties: true }),
    IsOptional(),
    ValidateBy({
      name: 'isObject',
      validator: {
        validate: (value) =>
          typeof value === 'object' &&
          value !== null &&
          !Array.isArray(value) &&
          Object.keys(value).length <= 100,
      },
    }),
  );
}

export class ConsentInput {
  @OneOf(CONSENT_CHANNELS) channel!: ConsentChannel;
  @Flag() granted!: boolean;
}

export class ConsentView {
  @ApiProperty({ enum: CONSENT_CHANNELS }) channel!: ConsentChannel;
  @ApiProperty() granted!: boolean;
  /** Where it was answered: desk, office, import, merge; null where nobody was asked. */
  @ApiProperty({ type: 'string', nullable: true }) source!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) at!: Date | null;
}

export class ConsentRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ enum: CONSENT_CHANNELS }) channel!: ConsentChannel;
  @ApiProperty() granted!: boolean;
  @ApiProperty() source!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
}

export class TagView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TAG_COLORS }) color!: TagColor;
}

export class ReferrerView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
}

/** Somebody who may be the same person. */
export class DuplicateView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) nickname!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty() homeStoreName!: string;
  @ApiProperty({ type: 'string', nullable: true }) photo!: string | null;
  @ApiProperty({ enum: DUPLICATE_REASONS }) reason!: DuplicateReason;
}

/** What is known of somebody who is being written down. */
export class DuplicatesQuery {
  @PersonName({ max: 40, optional: true }) name?: string;
  @PersonName({ max: 40, optional: true }) nickname?: string;
  @Phone({ optional: true }) phone?: string;
  @Whole({ min: 1, max: 12, optional: true }) month?: number;
  @Whole({ min: 1, max: 31, optional: true }) day?: number;
  /** The record that is being changed: it is not its own duplicate. */
  @Id({ optional: true }) exceptId?: number;
}

export class PhotoQuery {
  /** Names one photo for ever; the answer is always the photo of now. */
  @Text({ max: 40, optional: true }) v?: string;
}

export class PhotoView {
  @ApiProperty({ type: 'string', nullable: true }) photo!: string | null;
}
