import { testApp } from '#testing';

const api = await testApp();

describe('signing in', () => {
  it('answers who is there and what they may do', async () => {
    const cashier = api.as('cashier');
    const { status, body } = await cashier.get('/api/v1/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({ staff: { login: 'cashier' }, till: { storeCode: 'RM' }, locked: false, allStores: false });
  });
});
