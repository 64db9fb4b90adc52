import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

const parts = new Map<string, () => SchemaObject>();

/** A part of answers that capabilities make up together: it is described when they have all declared theirs. */
export function describedPart(name: string, schema: () => SchemaObject): { $ref: string } {
  parts.set(name, schema);
  return { $ref: `#/components/schemas/${name}` };
}

export const describedParts = (): ReadonlyMap<string, () => SchemaObject> => parts;
