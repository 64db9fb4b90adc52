import {
  type AskingRequest,
  hasAnswer,
  namedNumber,
  searchedNumber,
  triedPhone,
} from './asked-number.rules.js';

describe('the number that a search is for', () => {
  it.each([
    ['a phone', { query: { q: '139 0001 9991' } }, { number: '13900019991', phone: '13900019991' }],
    [
      'with its country',
      { query: { q: '8613900019991' } },
      { number: '8613900019991', phone: '13900019991' },
    ],
    [
      'of a check for duplicates',
      { query: { phone: '13900019991', name: '李雷' } },
      { number: '13900019991', phone: '13900019991' },
    ],
    [
      'of a file',
      { body: { filters: { q: '13900019991' } } },
      { number: '13900019991', phone: '13900019991' },
    ],
    [
      'of tags for all that match',
      { body: { filter: { q: '13900019991' } } },
      { number: '13900019991', phone: '13900019991' },
    ],
    ['a card', { query: { q: '6800102732742401' } }, { number: '6800102732742401', phone: null }],
  ])('%s', (_what, request, expected) => expect(searchedNumber(request)).toEqual(expected));

  it.each(['王小明', '1996', 'wxm', '单田芳 1100', ''])('is none in %j', (q) =>
    expect(searchedNumber({ query: { q } })).toBeNull(),
  );
});

describe('whom an act names', () => {
  it('by the card before the id, and an id is no beginning of another', () => {
    const named = (request: AskingRequest, route = '/api/v1/sales') => namedNumber(request, route);
    expect(named({ body: { cardNo: '6800 1027 3274 2401', memberId: 3 } })).toBe(
      '6800102732742401',
    );
    expect(named({ params: { id: '12' }, body: {} }, '/api/v1/members/:id/top-ups')).toBe(
      '#000000000000012',
    );
    expect(named({ body: { toMemberId: 123 } })).toBe('#000000000000123');
    expect(named({ params: { id: '12' } }, '/api/v1/sales/:id')).toBeNull();
    expect(named({ body: { lines: [] }, params: {} })).toBeNull();
  });
});

describe('the phone that is to be written on a record', () => {
  const body = { phone: '139 0001 9991' };
  it.each([
    ['/api/v1/members', body, '13900019991'],
    ['/api/v1/members/:id', body, '13900019991'],
    ['/api/v1/members/:id', { note: '13900019991' }, null],
    ['/api/v1/members/:id', { phone: null }, null],
    ['/api/v1/members/:id/contacts', body, null],
    ['/api/v1/stores/:id', body, null],
  ])('%s %j: %s', (route, sent, phone) => expect(triedPhone({ body: sent }, route)).toBe(phone));
});

describe('an answer', () => {
  it('is none without rows, and of likely duplicates only the one with this phone', () => {
    expect(hasAnswer({ rows: [], total: 0 })).toBe(false);
    expect(hasAnswer({ rows: [{ id: 1 }] })).toBe(true);
    expect(hasAnswer([{ id: 1, reason: 'name_and_birthday' }])).toBe(false);
    expect(hasAnswer([{ id: 1, reason: 'phone' }])).toBe(true);
    expect(hasAnswer({ id: 7 })).toBe(true);
  });
});
