type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The same description, exact about null: an enum that may be null names it (OpenAPI 3.0: only what stands in an enum is
 * allowed), and a parameter of an address never is: it is there or it is not.
 */
export function describeNull<T>(description: T): T {
  return described(description) as T;
}

function described(part: unknown, isOfAddress = false): unknown {
  if (Array.isArray(part)) return part.map((one: unknown) => described(one, isOfAddress));
  if (!isPart(part)) return part;
  const { nullable } = part;
  const inAddress = isOfAddress || part.in === 'query' || part.in === 'path';
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => {
      if (name === 'nullable' && inAddress) return [];
      const isChoice = name === 'enum' && Array.isArray(value) && nullable === true && !inAddress;
      if (isChoice && !value.includes(null)) return [[name, [...(value as unknown[]), null]]];
      return [[name, described(value, inAddress)]];
    }),
  );
}
