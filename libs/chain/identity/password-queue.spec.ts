import { PasswordQueue } from './password-queue.js';

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of passwords to be judged', () => {
  it('hears those who wait in turns, whoever asks how often', async () => {
    const queue = new PasswordQueue(1, 100);
    const heard: string[] = [];
    const ask = (from: string) => queue.run(from, async () => void heard.push(from));
    const attacks = Array.from({ length: 20 }, () => ask('attacker'));
    const others = [ask('shop'), ask('home')];
    await Promise.all([...attacks, ...others]);
    expect(heard).toHaveLength(22);
    expect(heard.slice(0, 4).filter((from) => from !== 'attacker')).toEqual(['shop', 'home']);
  });

  it('judges no more at once than it should, also after a failure', async () => {
    const queue = new PasswordQueue(2, 100);
    let [now, most] = [0, 0];
    const judged = Array.from({ length: 10 }, (_, index) =>
      queue.run(`${index % 3}`, async () => {
        most = Math.max(most, (now += 1));
        await soon();
        now -= 1;
        if (index === 4) throw new Error('the database is away');
        return index;
      }),
    );
    const results = await Promise.allSettled(judged);
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(9);
    expect(await queue.run('0', async () => 'next')).toBe('next');
  });

  it('says when a line is full', async () => {
    const queue = new PasswordQueue(1, 2);
    const open = Array.from({ length: 3 }, () => queue.run('attacker', soon));
    expect(queue.hasRoom('attacker')).toBe(false);
    expect(queue.hasRoom('shop')).toBe(true);
    await Promise.all(open);
    expect(queue.hasRoom('attacker')).toBe(true);
  });
});
