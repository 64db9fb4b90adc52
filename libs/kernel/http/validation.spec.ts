import 'reflect-metadata';
import { Cents, ListOf, PersonName, Phone, Text } from './input.js';
import { ListOfKinds } from './input-kinds.js';
import { validationPipe } from './validation.js';

class Line {
  @Text({ max: 4 }) name!: string;
}
class Input {
  @Cents({ min: 100, max: 500 }) amountCents!: number;
  @ListOf(() => Line, { min: 1, max: 2 }) lines!: Line[];
}

async function problems(body: object): Promise<unknown> {
  try {
    await validationPipe().transform(body, { type: 'body', metatype: Input });
    return [];
  } catch (error) {
    return (error as { errors: unknown }).errors;
  }
}

describe('a refused input', () => {
  it('says at each field which rule it breaks, and where the limit is', async () => {
    expect(await problems({ amountCents: 99, lines: [{ name: 'latte' }] })).toEqual([
      { field: 'amountCents', code: 'field.min', params: { limit: 100 } },
      { field: 'lines.0.name', code: 'field.max_length', params: { limit: 4 } },
    ]);
    expect(await problems({ amountCents: 501, lines: [] })).toEqual([
      { field: 'amountCents', code: 'field.max', params: { limit: 500 } },
      { field: 'lines', code: 'field.array_min_size', params: { limit: 1 } },
    ]);
  });

  it('does not take what it was not asked for', async () => {
    expect(await problems({ amountCents: 100, lines: [{ name: 'tea' }], extra: 1 })).toEqual([
      { field: 'extra', code: 'field.whitelist_validation' },
    ]);
  });
});

class Gift {
  @Text({ max: 10 }) kind!: string;
  @Cents() cents!: number;
}
class Rule {
  @ListOfKinds({ name: 'Gift', classes: () => [Gift], classOf: () => Gift }, { min: 0, max: 2 })
  gives!: Gift[];
}

it('takes no text for a number in a list of kinds', async () => {
  const rule = (cents: unknown) =>
    validationPipe().transform(
      { gives: [{ kind: 'bonus', cents }] },
      { type: 'body', metatype: Rule },
    );
  await expect(rule(5)).resolves.toMatchObject({ gives: [{ cents: 5 }] });
  await expect(rule('5')).rejects.toMatchObject({
    errors: [{ field: 'gives.0.cents', code: 'field.is_int' }],
  });
});

class Person {
  @PersonName({ max: 40 }) name!: string;
  @Phone({ optional: true }) phone?: string;
}
const person = (body: object) =>
  validationPipe().transform(body, { type: 'body', metatype: Person }) as Promise<Person>;

describe('a person', () => {
  it('is written one way, whatever nobody sees', async () => {
    expect(
      await person({ name: ' 李\u200B雷 ', phone: '\u202A＋86 139-0001 9991\u202C' }),
    ).toMatchObject({ name: '李雷', phone: '13900019991' });
    expect(await person({ name: '李雷', phone: ' \uFEFF' })).toMatchObject({ phone: undefined });
  });

  it('has a phone with all its digits', async () => {
    await expect(person({ name: '李雷', phone: '1390001999' })).rejects.toMatchObject({
      errors: [{ field: 'phone', code: 'field.is_phone' }],
    });
    await expect(person({ name: '\u200B' })).rejects.toMatchObject({
      errors: [{ field: 'name', code: 'field.min_length' }],
    });
  });
});

describe('a name that every object has', () => {
  const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
  it.each(inherited)('is refused as any unknown field: %s', async (name) => {
    const spoiled = (value: unknown) =>
      JSON.parse(`{"${name}":${JSON.stringify(value)}}`) as object;
    const refused = (field: string) => [{ field, code: 'field.whitelist_validation' }];
    for (const value of [1, null, { prototype: {} }, []]) {
      expect(await problems(spoiled(value))).toEqual(refused(name));
      expect(await problems({ amountCents: spoiled(value), lines: [] })).toEqual(
        refused(`amountCents.${name}`),
      );
      expect(await problems({ amountCents: 100, lines: [spoiled(value)] })).toEqual(
        refused(`lines.0.${name}`),
      );
      expect(await problems([spoiled(value)])).toEqual(refused(`0.${name}`));
    }
  });
});
