import { Flag, Id, OneOf, Text, Version, Whole } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IsArray, IsOptional, IsString, MaxLength, ArrayMaxSize, MinLength } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { FIELD_CODE, FIELD_KINDS, type FieldKind } from './member-field.rules.js';
import { TAG_COLORS, type TagColor } from './member.rules.js';

export class SetupRef {
  @Id() id!: number;
}

export class TagInput {
  @Text({ max: 20 }) name!: string;
  @OneOf(TAG_COLORS) color!: TagColor;
}

export class ChangeTagInput extends TagInput {
  @Version() version!: number;
}

export class TagRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: TAG_COLORS }) color!: TagColor;
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ type: 'integer' }) memberCount!: number;
}

const trimmed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((item: unknown) => (typeof item === 'string' ? item.trim() : item))
    : value;

function Choices(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [String], required: false, maxItems: 50 }),
    Transform(({ value }: { value: unknown }) => trimmed(value)),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(50),
    IsString({ each: true }),
    MinLength(1, { each: true }),
    MaxLength(40, { each: true }),
  );
}

class FieldTerms {
  @Text({ max: 30 }) label!: string;
  @Choices() options?: string[];
  @Flag({ optional: true }) required?: boolean;
  @Flag({ optional: true }) active?: boolean;
  @Whole({ max: 1000, optional: true }) position?: number;
}

export class ChangeFieldInput extends FieldTerms {
  @Version() version!: number;
}

export class NewFieldInput extends FieldTerms {
  @Text({ max: 30, pattern: FIELD_CODE }) code!: string;
  @OneOf(FIELD_KINDS) kind!: FieldKind;
}

export class MemberFieldView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() code!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ enum: FIELD_KINDS }) kind!: FieldKind;
  @ApiProperty({ type: [String] }) options!: string[];
  @ApiProperty() required!: boolean;
  @ApiProperty() active!: boolean;
  @ApiProperty({ type: 'integer' }) position!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
}
