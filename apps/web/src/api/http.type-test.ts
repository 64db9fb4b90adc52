import { http } from './http.js';

/** What must not compile. Never called: the typecheck of the browser reads it, and an error that is missing is one. */
export async function drifted(id: number, cardNo: string): Promise<unknown> {
  // @ts-expect-error there is no such address
  await http.get('/member');
  // @ts-expect-error this address has no such method
  await http.delete(`/members/${id}`);
  // @ts-expect-error a piece of the address is not a number
  await http.get(`/members/${cardNo}/wallet`);
  // @ts-expect-error one of two addresses is unknown
  await http.get(`/members/${id}/${id > 1 ? 'wallet' : 'purse'}`);
  // @ts-expect-error a choice that no filter has
  await http.get('/messages', { status: 'lost' });
  // @ts-expect-error a filter that this list doesn't have
  await http.get('/messages', { colour: 'red' });
  // @ts-expect-error what has to be asked is missing
  await http.get(`/members/${id}/transfers/preview`);
  // @ts-expect-error an address that takes no question
  await http.get('/session', { page: 1 });
  // @ts-expect-error the body is missing
  await http.post('/tags');
  // @ts-expect-error a part of the body is missing
  await http.post('/tags', { name: 'VIP' });
  // @ts-expect-error a choice that the API doesn't have
  await http.post('/tags', { name: 'VIP', color: 'pink' });
  // @ts-expect-error a name that the API doesn't know
  await http.post(`/members/${id}/pin/unlock`, { why: 'typed wrong' });
  // @ts-expect-error the answer has no such part
  const { balance } = await http.get(`/members/${id}/wallet`);
  // @ts-expect-error the answer is a number of cents
  const principal: string = (await http.get(`/members/${id}/wallet`)).principalCents;
  // @ts-expect-error an address written out goes before the card of that number
  const { charges } = await http.get('/cards/next-number');
  return [balance, principal, charges];
}

/** What must compile beside it. */
export async function described(id: number, cardNo: string): Promise<unknown> {
  const { principalCents } = await http.get(`/members/${id}/wallet`);
  const { charges } = await http.get(`/cards/${encodeURIComponent(cardNo)}`);
  const { cardNo: next } = await http.get('/cards/next-number');
  const tag = await http.post('/tags', { name: 'VIP', color: 'blue' });
  const cents: number = principalCents + charges.length;
  const words: string = next;
  return [cents, words, tag];
}
