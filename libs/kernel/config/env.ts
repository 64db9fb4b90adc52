import { resolve } from 'node:path';

export class EnvError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The environment is not right:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'EnvError';
  }
}

type Source = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Every value the environment may set, checked once. Nothing else reads process.env. */
export class Env {
  readonly nodeEnv: string;
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly migrationDatabaseUrl: string;
  readonly databasePool: number;
  readonly redisUrl: string | null;
  readonly publicUrl: string;
  readonly trustProxy: boolean;
  /** Who asks for figures of the process from another machine sends it; null: only this machine may ask. */
  readonly metricsToken: string | null;
  readonly demo: boolean;
  readonly seedDemo: boolean;
  readonly smsDriver: 'outbox';
  /** Seals what must not be readable in the database; without it such data is not kept. */
  readonly encryptionKey: Buffer | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];

  constructor(source: Source) {
    const problems: string[] = [];
    const text = (name: string, fallback: string) => source[name]?.trim() || fallback;
    const whole = (name: string, fallback: number, min: number, max: number) => {
      const value = text(name, String(fallback));
      if (/^\d+$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
      problems.push(
        `${name} is "${value}": set a whole number from ${min} to ${max}, or leave it out for ${fallback}.`,
      );
      return fallback;
    };
    const flag = (name: string) => {
      const value = text(name, '0').toLowerCase();
      if (!['0', '1', 'true', 'false'].includes(value))
        problems.push(`${name} is "${value}": set 1 or 0.`);
      return value === '1' || value === 'true';
    };
    const url = (name: string, value: string, protocols: readonly string[]) => {
      if (!value) return value;
      if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
        problems.push(
          `${name} is not an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
        );
      }
      return value;
    };
    const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
      const value = text(name, fallback) as T;
      if (values.includes(value)) return value;
      problems.push(`${name} is "${value}": set one of ${values.join(', ')}.`);
      return fallback;
    };

    this.nodeEnv = text('NODE_ENV', 'development');
    this.port = whole('PORT', 3000, 0, 65_535);
    this.host = text('HOST', this.nodeEnv === 'production' ? '0.0.0.0' : '127.0.0.1');
    this.dataDir = resolve(text('DATA_DIR', '.data'));
    this.databaseUrl = url('DATABASE_URL', text('DATABASE_URL', ''), ['postgres:', 'postgresql:']);
    if (!this.databaseUrl)
      problems.push(
        'DATABASE_URL is not set: give the address of a PostgreSQL database (15 or newer).',
      );
    this.migrationDatabaseUrl = url(
      'MIGRATION_DATABASE_URL',
      text('MIGRATION_DATABASE_URL', this.databaseUrl),
      ['postgres:', 'postgresql:'],
    );
    this.databasePool = whole('DATABASE_POOL', 20, 2, 500);
    this.redisUrl = url('REDIS_URL', text('REDIS_URL', ''), ['redis:', 'rediss:']) || null;
    this.publicUrl = url('PUBLIC_URL', text('PUBLIC_URL', `http://localhost:${this.port}`), [
      'http:',
      'https:',
    ]).replace(/\/$/, '');
    this.trustProxy = flag('TRUST_PROXY');
    this.metricsToken = text('METRICS_TOKEN', '') || null;
    if (this.metricsToken && this.metricsToken.length < 16)
      problems.push(
        'METRICS_TOKEN is shorter than 16 characters: make one with `openssl rand -hex 16`.',
      );
    this.demo = flag('SHUKE_DEMO');
    this.seedDemo = flag('SEED_DEMO');
    this.smsDriver = oneOf('SMS_DRIVER', ['outbox'] as const, 'outbox');
    this.encryptionKey = keyOf(text('ENCRYPTION_KEY', ''), problems);
    this.logLevel = oneOf('LOG_LEVEL', LOG_LEVELS, 'info');
    if (this.demo && this.nodeEnv === 'production')
      problems.push(
        'SHUKE_DEMO is set with NODE_ENV=production: the demo has known passwords and is refused here.',
      );
    if (problems.length) throw new EnvError(problems);
  }

  get secureCookies(): boolean {
    return this.publicUrl.startsWith('https://');
  }

  static fromProcess(): Env {
    return new Env(process.env);
  }
}

const KEY_BYTES = 32;

function keyOf(value: string, problems: string[]): Buffer | null {
  if (!value) return null;
  const key = Buffer.from(value, 'base64');
  const isWhole = key.length === KEY_BYTES && /^[A-Za-z0-9+/]{43}=$/.test(value);
  if (!isWhole)
    problems.push(
      'ENCRYPTION_KEY is not 32 bytes in base64: make one with `openssl rand -base64 32`, and keep it as safe as the database.',
    );
  return isWhole ? key : null;
}
