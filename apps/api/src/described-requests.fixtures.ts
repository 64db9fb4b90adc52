/** What the API says of itself, as far as requests are made from it. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  pattern?: string;
}

export interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { description: string }>;
}

export interface ApiDescription {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  operation: Operation;
}

export function routesOf(description: ApiDescription): Route[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Route['method'],
      path,
      operation,
    })),
  );
}

/** The same numbers for the same seed. */
export class Chance {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below = (limit: number): number => Math.floor(this.next() * limit);
  happens = (share: number): boolean => this.next() < share;
  of = <T>(items: readonly T[]): T => items[this.below(items.length)] as T;
}

const TEXTS = [
  '王芳',
  'test',
  '13800000001',
  '6800000100000018',
  '9.5',
  '买一送一',
  'a@b.example',
  'consumption-detail',
  'sms.signature',
  'payout.withdraw',
  'gold',
  'members',
  'A001',
  'Asia/Shanghai',
  '6901234567892',
  '2026-11-22',
  '-name',
  '2026-11-22T02:00:00.000Z',
  '68000009',
];
const HOSTILE: unknown[] = [
  null,
  '',
  '\u0000',
  '\ud800',
  '\u202e13800000001',
  'x'.repeat(3_000),
  "'; DROP TABLE member; --",
  '{{constructor}}',
  '%\\_',
  '9999-12-31',
  '-1',
  '99999999999999999999',
  0,
  -1,
  1.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2_147_483_648,
  true,
  [],
  [null],
  [[[[]]]],
  {},
  { $ne: 1 },
  { constructor: 1 },
  { toString: null },
  { then: 1 },
];
const HOSTILE_KEYS = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'id', '', '$where'];

/** Makes values from the description; remembers ids and numbers that answers showed, and asks with them. */
export class DescribedValues {
  private readonly seen = new Map<string, Set<unknown>>();

  constructor(
    private readonly description: ApiDescription,
    private readonly chance: Chance,
  ) {}

  /** Notes ids, numbers and versions of an answer by their names. */
  remember(answer: unknown, kind = ''): void {
    if (Array.isArray(answer)) for (const part of answer.slice(0, 5)) this.remember(part, kind);
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return;
    for (const [name, value] of Object.entries(answer)) {
      if (typeof value === 'object') this.remember(value, kind);
      else if (/id$|no$|code$|version$|key$|cents$/i.test(name))
        this.note(name === 'id' && kind ? `${kind}Id` : name, value);
    }
  }

  note(name: string, value: unknown): void {
    const values = this.seen.get(name) ?? new Set();
    if (value !== null && values.size < 40) this.seen.set(name, values.add(value));
  }

  /** Something that fits, as far as the description tells. */
  fitting(given: Schema | undefined, name = ''): unknown {
    const schema = this.resolve(given ?? {});
    const known = this.seen.get(name);
    if (known && this.chance.happens(0.7)) return this.chance.of([...known]);
    if (schema.enum) return this.chance.of(schema.enum);
    if (schema.oneOf) return this.fitting(this.chance.of(schema.oneOf), name);
    if (schema.properties) return this.object(schema);
    switch (schema.type) {
      case 'array':
        return Array.from({ length: Math.max(schema.minItems ?? 0, this.chance.below(3)) }, () =>
          this.fitting(schema.items, name.replace(/s$/, '')),
        );
      case 'integer':
      case 'number':
        return this.number(schema, name);
      case 'boolean':
        return this.chance.happens(0.5);
      case 'object':
        return typeof schema.additionalProperties === 'object'
          ? { a: this.fitting(schema.additionalProperties) }
          : {};
      default:
        return this.text(schema);
    }
  }

  /** The same with one part that does not fit: missing, of another type, beyond a limit, unknown. */
  nearly(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return this.beside(value);
    if (Array.isArray(value))
      return value.length > 0 && this.chance.happens(0.7)
        ? value.with(0, this.nearly(value[0]))
        : this.chance.of([[], [...value, ...value], [null], 'x']);
    const fields = Object.entries(value as Record<string, unknown>);
    if (fields.length === 0 || this.chance.happens(0.15))
      return withField(value, this.chance.of(HOSTILE_KEYS), 1);
    const [name, part] = this.chance.of(fields);
    if (this.chance.happens(0.2)) return Object.fromEntries(fields.filter(([it]) => it !== name));
    return { ...value, [name]: this.nearly(part) };
  }

  /** The same with something in it that nobody meant. */
  hostile(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || this.chance.happens(0.1))
      return this.chance.of(HOSTILE);
    if (Array.isArray(value)) return [this.hostile(value[0])];
    const names = Object.keys(value);
    if (names.length === 0 || this.chance.happens(0.25))
      return withField(value, this.chance.of(HOSTILE_KEYS), this.chance.of(HOSTILE));
    const name = this.chance.of(names);
    return { ...value, [name]: this.hostile((value as Record<string, unknown>)[name]) };
  }

  private object(schema: Schema): Record<string, unknown> {
    const fields = Object.entries(schema.properties ?? {}).filter(
      ([name]) => schema.required?.includes(name) || this.chance.happens(0.5),
    );
    return Object.fromEntries(fields.map(([name, part]) => [name, this.fitting(part, name)]));
  }

  private number({ minimum = 0, maximum = 1_000_000 }: Schema, name: string): number {
    // Of what was made first there is one.
    if (/(^i|I)d$/.test(name)) return 1 + this.chance.below(3);
    const usual = [1, 2, 100, 1_000, 10_000].filter((it) => it >= minimum && it <= maximum);
    return this.chance.of([...usual, minimum, ...(this.chance.happens(0.3) ? [maximum] : [])]);
  }

  private text({ format, minLength = 0, maxLength = 200, pattern }: Schema): string {
    if (format === 'date') return this.chance.of(['2026-11-22', '2026-11-29', '1990-05-20']);
    if (format === 'date-time') return '2026-11-29T02:00:00.000Z';
    if (format === 'password') return this.chance.of(maxLength < 10 ? ['246810'] : ['shuke-demo']);
    const matching = pattern ? TEXTS.filter((text) => new RegExp(pattern, 'u').test(text)) : TEXTS;
    const text = this.chance.of(matching.length > 0 ? matching : TEXTS);
    return text.slice(0, maxLength).padEnd(minLength, '好');
  }

  private beside(value: unknown): unknown {
    if (typeof value === 'number')
      return this.chance.of([value + 1, -value, value + 0.5, `${value}`, 0, 10 ** 15, null]);
    if (typeof value === 'string') return this.chance.of([`${value} `, value.repeat(90), '', 7]);
    return this.chance.of([null, 'true', 2, [value]]);
  }

  private resolve(schema: Schema): Schema {
    const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return target
      ? (this.description.components.schemas[target.split('/').at(-1) ?? ''] ?? {})
      : schema;
  }
}

/** Also a field that plain assignment would take for the prototype. */
const withField = (value: object, name: string, part: unknown): object =>
  JSON.parse(
    JSON.stringify(value).replace(
      /\}$/,
      `${Object.keys(value).length > 0 ? ',' : ''}${JSON.stringify(name)}:${JSON.stringify(part)}}`,
    ),
  ) as object;
