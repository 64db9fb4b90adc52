import { unknownReference } from './unknown-reference.js';

const failure = { code: '23503', table: 'sale_line', constraint: 'sale_line_product_id_fkey' };

describe('an id that nothing has', () => {
  it('is refused at the field that holds it, however deep', () => {
    const body = { lines: [{ productId: 7 }, { productId: 8 }] };
    expect(unknownReference(failure, body)).toMatchObject({
      code: 'request.invalid',
      status: 422,
      errors: [
        { field: 'lines.0.productId', code: 'field.unknown_reference' },
        { field: 'lines.1.productId', code: 'field.unknown_reference' },
      ],
    });
    expect(unknownReference(failure, { productIds: [1] })?.errors).toEqual([
      { field: 'productIds', code: 'field.unknown_reference' },
    ]);
  });

  it('is refused where null was sent for what must be there', () => {
    const missing = { code: '23502', table: 'member_field', column: 'is_required' };
    expect(unknownReference(missing, { isRequired: null })?.errors).toEqual([
      { field: 'isRequired', code: 'field.required' },
    ]);
    expect(unknownReference(missing, { isRequired: false })).toBeUndefined();
  });

  it('is our own mistake where the request did not name it', () => {
    expect(unknownReference(failure, { lines: [{ productId: null }] })).toBeUndefined();
    expect(unknownReference(failure, undefined)).toBeUndefined();
    expect(unknownReference({ code: '23505' }, { productId: 1 })).toBeUndefined();
  });
});
