import { applyDecorators, type Type as NestType } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { type ClassTransformOptions, plainToInstance, Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateBy, ValidateNested } from 'class-validator';

/** Input that comes in kinds, told apart by `kind`. Capabilities declare them: they are asked for when they are needed. */
export interface InputKinds {
  /** As the description of the API calls any of them. */
  name: string;
  classes(): readonly NestType<object>[];
  /** `undefined` of a kind that nobody has declared. */
  classOf(kind: unknown): NestType<object> | undefined;
}

class UnknownKind {
  @ValidateBy({ name: 'isIn', validator: { validate: () => false } }) kind!: unknown;
}

const described: InputKinds[] = [];

/** For the description of the API: a name for each list of kinds. */
export const describedInputKinds = (): readonly InputKinds[] => described;

const isObject = (value: unknown): value is { kind?: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Such a list comes in JSON, which tells numbers from text.
const FROM_JSON = { keepsText: true } as ClassTransformOptions;

/** A list whose elements are each of the class of their kind. */
export function ListOfKinds(
  kinds: InputKinds,
  options: { min: number; max: number },
): PropertyDecorator {
  const { min, max } = options;
  described.push(kinds);
  return applyDecorators(
    ApiProperty({
      type: 'array',
      items: { $ref: `#/components/schemas/${kinds.name}` },
      minItems: min,
      maxItems: max,
    }),
    Transform(({ value }: { value: unknown }) => {
      if (!Array.isArray(value)) return value;
      return value.map((each: unknown) => {
        if (!isObject(each)) return each;
        const known = kinds.classOf(each.kind);
        return known
          ? plainToInstance(known, each, FROM_JSON)
          : plainToInstance(UnknownKind, { kind: each.kind });
      });
    }),
    IsArray(),
    ArrayMinSize(min, { context: { limit: min } }),
    ArrayMaxSize(max, { context: { limit: max } }),
    ValidateNested({ each: true }),
  );
}
