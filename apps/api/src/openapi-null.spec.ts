import { describeNull } from './openapi-null.js';

describe('null in the description of the API', () => {
  it('is named in an enum that may be null, without touching the values of others', () => {
    const values = ['cash', 'card'];
    const schema = { type: 'string', nullable: true, enum: values };
    expect(describeNull({ schemas: { tender: schema } })).toEqual({
      schemas: { tender: { type: 'string', nullable: true, enum: ['cash', 'card', null] } },
    });
    expect(values).toEqual(['cash', 'card']);
    expect(describeNull(describeNull(schema)).enum).toEqual(['cash', 'card', null]);
  });

  it('stands in no parameter of an address', () => {
    const schema = { type: 'string', nullable: true, enum: ['name'] };
    expect(describeNull({ parameters: [{ name: 'sort', in: 'query', schema }] })).toEqual({
      parameters: [{ name: 'sort', in: 'query', schema: { type: 'string', enum: ['name'] } }],
    });
  });
});
