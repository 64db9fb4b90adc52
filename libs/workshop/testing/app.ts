import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock, Db, Env } from '#kernel';
import { SessionCache } from '#chain/identity';
import { entryKinds } from '#ledger';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { configure, httpAdapter } from '../../../apps/api/src/http-server.js';
import { FIXTURE_PASSWORD } from '../../chain/identity/identity.fixtures.js';
import { type BooksAfterwards, filledDatabase, type TestDatabase } from './database.js';
import { anOrganisation, type Organisation } from './organisation.js';

const ORIGIN = 'http://localhost:3000';

// Acts that only specs post: value is there, or gone, before the story begins.
entryKinds(
  ...['spend', 'redemption', 'bonus_grant', 'adjustment', 'transfer', 'reversal'].map(
    (kind) => ({ kind, wallet: 'other' }) as const,
  ),
)();

export interface TestAppOptions {
  /** A clock that stands still; without it time goes on. */
  clock?: Clock;
  env?: Record<string, string>;
  books?: BooksAfterwards;
}

export interface CallOptions {
  /** Idempotency key. */
  key?: string;
  headers?: Record<string, string>;
  query?: InjectOptions['query'];
  remoteAddress?: string;
}

// A test says itself what it expects of an answer.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Anything = any;

export interface TestAnswer<T = Anything> {
  status: number;
  /** Parsed JSON. */
  body: T;
  headers: LightMyRequestResponse['headers'];
  text: string;
}

export interface TestApp {
  app: NestFastifyApplication;
  database: TestDatabase;
  db: Db;
  org: Organisation;
  /** A browser with nobody signed in. */
  browser(): TestBrowser;
  /** Somebody signed in: cashier (at the till of RM), manager (same till) or head (no till), or any other login. */
  as(login: string): TestBrowser;
}

/** A browser: sends our origin and header, keeps cookies. */
export class TestBrowser {
  private cookies = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
    private signIn?: () => Promise<void>,
  ) {}

  get = <T = Anything>(path: string, options?: CallOptions) =>
    this.call<T>('GET', path, undefined, options);
  post = <T = Anything>(path: string, body?: unknown, options?: CallOptions) =>
    this.call<T>('POST', path, body, options);
  put = <T = Anything>(path: string, body?: unknown, options?: CallOptions) =>
    this.call<T>('PUT', path, body, options);
  patch = <T = Anything>(path: string, body?: unknown, options?: CallOptions) =>
    this.call<T>('PATCH', path, body, options);
  delete = <T = Anything>(path: string, options?: CallOptions) =>
    this.call<T>('DELETE', path, undefined, options);

  /** Stands at a till beside whoever sits there already: specs have fewer tills than people. */
  async sitAt(tillId: number): Promise<void> {
    const { seat } = (await this.get<{ seat: string }>('/api/v1/session')).body;
    await this.app
      .get(Db)
      .query('UPDATE session SET till_id = $2 WHERE id = $1', [Number.parseInt(seat, 10), tillId]);
    this.app.get(SessionCache).forgetAll();
  }

  async call<T = Anything>(
    method: InjectOptions['method'],
    path: string,
    body?: unknown,
    options: CallOptions = {},
  ): Promise<TestAnswer<T>> {
    const signIn = this.signIn;
    this.signIn = undefined;
    await signIn?.();
    const response = await this.app.inject({
      method,
      url: path,
      query: options.query,
      remoteAddress: options.remoteAddress,
      headers: {
        origin: ORIGIN,
        'x-requested-with': 'shuke',
        ...(this.cookies.size
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(options.key ? { 'idempotency-key': options.key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.headers,
      },
      ...(body === undefined
        ? {}
        : {
            payload:
              typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
          }),
    });
    for (const cookie of response.cookies) {
      if (cookie.value) this.cookies.set(cookie.name, cookie.value);
      else this.cookies.delete(cookie.name);
    }
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      body: (isJson && response.body ? JSON.parse(response.body) : undefined) as T,
      headers: response.headers,
      text: response.body,
    };
  }
}

/** The application closes what it has opened: connections that others use after it stay open. */
const lent = (dataSource: DataSource): DataSource =>
  Object.create(dataSource, { destroy: { value: async () => undefined } }) as DataSource;

/** The whole API over a clone of the migrated template, with a small chain in it. Closed after the file's last test. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const house = await filledDatabase('organisation', anOrganisation, { books: options.books });
  const { database, filled: org } = house;
  const env = new Env({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    PUBLIC_URL: ORIGIN,
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  let builder = Test.createTestingModule({ imports: [AppModule.for(env)] })
    .overrideProvider(DataSource)
    .useValue(lent(house.dataSource));
  if (options.clock) builder = builder.overrideProvider(Clock).useValue(options.clock);
  const module = await builder.compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(env), {
    logger: false,
  });
  await configure(app, env);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  // Tests change rights and sessions by SQL too.
  app.get(SessionCache).maxAgeMs = 0;
  // Two acts that lock in different orders are found without a race between them.
  afterAll(() => {
    expect(app.get(Db).contention.outOfOrder).toEqual([]);
  });
  // Before the database goes, not after.
  const { close } = database;
  database.close = async () => {
    await app.close();
    await close();
  };
  const tills: Record<string, number> = { cashier: org.renminTillId, manager: org.renminTillId };
  return {
    app,
    database,
    db: database.db,
    org,
    browser: () => new TestBrowser(app),
    as: (login) => {
      const browser: TestBrowser = new TestBrowser(app, async () => {
        const answer = await browser.post('/api/v1/session', { login, password: FIXTURE_PASSWORD });
        if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${answer.text}`);
        const tillId = tills[login];
        if (tillId) await browser.sitAt(tillId);
      });
      return browser;
    },
  };
}
