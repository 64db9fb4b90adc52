import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { expandPermissions, STANDARD_ROLES } from '#chain/identity';
import { memberImportManifest } from '#value/member-import';
import { type Actor, Clock, Db, permissionCodesFor, Env, FixedClock, KernelModule } from '#kernel';
import { CAPABILITIES, declareCapabilities } from '../../../apps/composition/capabilities.js';
import { STAFF, storeOf, STORES, tillOf } from './organisation.data.js';
import type { SeededRandom } from './random.js';

/** What an act of the demo is done with: the real services, at the demo's moment. */
export interface DemoActs {
  db: Db;
  now: Date;
  random: SeededRandom;
  /** A service, as the API has it. */
  service<T>(type: Type<T>): T;
  /** Somebody of the demo's staff, at the first till of a store (head office: without a till). */
  actor(login: string, storeId?: number): Actor;
  /** A new idempotency key. */
  key(): string;
}
export type DemoAct = (acts: DemoActs) => Promise<void>;

@Module({})
class DemoActsModule {}

/** Does a few acts on the seeded chain as its people would: what only a service may write. */
export async function performDemoActs(
  ownerUrl: string,
  now: Date,
  random: SeededRandom,
  acts: readonly DemoAct[],
): Promise<void> {
  // What is uploaded here is read here, and needed no more.
  const folder = await mkdtemp(path.join(tmpdir(), 'shuke-demo-'));
  const env = new Env({
    DATABASE_URL: ownerUrl,
    DATABASE_POOL: '4',
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  const app = await NestFactory.createApplicationContext(moduleAt(env, now), { logger: false });
  try {
    const context: DemoActs = {
      db: app.get(Db),
      now,
      random,
      service: (type) => app.get(type, { strict: false }),
      actor: actorOf,
      key: () => uuidOf(random),
    };
    for (const act of acts) await act(context);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function moduleAt(env: Env, now: Date): DynamicModule {
  const kernel = KernelModule.forWorker(env);
  const clock = { provide: Clock, useValue: new FixedClock(now) };
  const standing = { ...kernel, providers: [...(kernel.providers ?? []), clock] };
  declareCapabilities();
  // What the API can, and reading and carrying out an import.
  const modules = [...CAPABILITIES.map(({ api }) => api), memberImportManifest.worker];
  return { module: DemoActsModule, imports: [standing, ...modules.flatMap((one) => one ?? [])] };
}

function actorOf(login: string, storeId?: number): Actor {
  const found = STAFF.find(([, name]) => name === login);
  if (!found) throw new RangeError(`no demo staff ${login}`);
  const [staffId, , name, roleCode, homeStoreId, assigned] = found;
  const role = STANDARD_ROLES.find(({ code }) => code === roleCode);
  const allStores = role?.allStores ?? false;
  const atStore = storeId ?? assigned[0];
  return {
    staffId,
    name,
    sessionId: 0,
    permissions: new Set(
      expandPermissions(role?.permissions ?? [], permissionCodesFor({ allStores })),
    ),
    storeIds: allStores ? STORES.map(({ id }) => id) : assigned,
    allStores,
    homeStoreId,
    till: atStore === undefined ? null : tillAt(atStore),
  };
}

function tillAt(storeId: number): NonNullable<Actor['till']> {
  const store = storeOf(storeId);
  return {
    tillId: tillOf(storeId),
    tillName: '1 号台',
    storeId,
    storeCode: store.code,
    storeName: store.name,
    timezone: 'Asia/Shanghai',
    cutoverHour: store.cutoverHour,
  };
}

function uuidOf(random: SeededRandom): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
