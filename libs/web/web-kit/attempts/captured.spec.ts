import type { AttemptsHost } from './attempts-host.js';
import { Attempts, type CommandKey } from './attempts.js';
import { capture } from './captured.js';

const host = {
  exchange: () => Promise.reject(new Error('something was sent')),
  close: () => Promise.reject(new Error('something was closed')),
  place: () => ({ tillId: 1, staffId: 1 }),
  cell: <Value>(value: Value) => ({ value }),
  tabs: { id: 'tab', isAlive: () => true },
  storage: null,
} as unknown as AttemptsHost;

describe('the command of a form', () => {
  it('is told with what it is about, and not sent', async () => {
    const attempts = new Attempts(host);
    const asked = { method: 'POST', path: '/members/7/withdrawals', body: { amountCents: 600_00 } };
    const about = { act: 'withdraw', memberId: 7 };
    const submit = (key: CommandKey) => key.send(asked, about);
    expect(await capture(attempts, submit)).toEqual({ asked, about });
    expect(attempts.all.value).toEqual([]);
  });

  it('says why a form has none yet', async () => {
    const nothing = () => Promise.reject(new Error('nothing to send yet'));
    await expect(capture(new Attempts(host), nothing)).rejects.toThrow('nothing to send yet');
  });
});
