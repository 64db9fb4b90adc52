import { Env, EnvError } from './env.js';

const database = { DATABASE_URL: 'postgres://u:p@localhost/d' };

describe('environment', () => {
  it('names every problem at once, with what to do', () => {
    try {
      new Env({ PORT: 'abc', REDIS_URL: 'http://x', TRUST_PROXY: 'maybe' });
      throw new Error('was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(EnvError);
      expect((error as EnvError).problems).toHaveLength(4);
      expect((error as EnvError).message).toContain(
        'PORT is "abc": set a whole number from 0 to 65535',
      );
      expect((error as EnvError).message).toContain('DATABASE_URL is not set');
    }
  });

  it('refuses the demo in production', () => {
    expect(() => new Env({ ...database, SHUKE_DEMO: '1', NODE_ENV: 'production' })).toThrow(
      'refused',
    );
  });

  it('takes secure cookies from the public address', () => {
    expect(new Env({ ...database, PUBLIC_URL: 'https://shuke.example' }).secureCookies).toBe(true);
    expect(new Env(database).secureCookies).toBe(false);
  });

  it('takes a key of 32 bytes only, and can do without', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    expect(new Env({ ...database, ENCRYPTION_KEY: key }).encryptionKey).toEqual(
      Buffer.alloc(32, 7),
    );
    expect(new Env(database).encryptionKey).toBeNull();
    for (const wrong of ['short', key.slice(0, 40), `${key}AAAA`, 'x'.repeat(44)]) {
      expect(() => new Env({ ...database, ENCRYPTION_KEY: wrong })).toThrow('ENCRYPTION_KEY');
    }
  });
});
