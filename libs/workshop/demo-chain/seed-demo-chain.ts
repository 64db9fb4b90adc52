import pg from 'pg';
import { bulkInsert, businessDateOf, Clock, restartIdentity } from '#kernel';
import { hashPassword, STANDARD_ROLES } from '#chain/identity';
import { hashPin } from '#membership/members';
import { declareCapabilities } from '../../../apps/composition/capabilities.js';
import { type DemoAct, performDemoActs } from './demo-acts.js';
import { demoCards } from './demo-cards.js';
import { demoCatalogue } from './demo-catalogue.js';
import { demoImports } from './demo-imports.js';
import { demoHistory } from './demo-history.js';
import { demoLists } from './demo-lists.js';
import { demoMemberRecord } from './demo-member-record.js';
import { demoMembers } from './demo-members.js';
import { demoMessages } from './demo-messages.js';
import { demoPayouts, demoStaffPins } from './demo-payouts.js';
import { demoRegular } from './demo-regular.js';
import { demoTopUps } from './demo-top-ups.js';
import { demoReturns } from './demo-returns.js';
import { demoVoids } from './demo-voids.js';
import {
  CARD_RANGES,
  LEVELS,
  OWN_TENDERS,
  STAFF,
  STORES,
  TOP_UP_RULES,
} from './organisation.data.js';
import { SeededRandom } from './random.js';

export const DEMO_PASSWORD = 'shuke-demo';
/** Every demo member's PIN. */
export const DEMO_PIN = '135790';
const SEED = 20_261_122;
/** What only services may write, in the order it happens. */
const ACTS: readonly DemoAct[] = [
  demoStaffPins,
  demoRegular,
  demoVoids,
  demoReturns,
  demoCards,
  demoPayouts,
  demoTopUps,
  demoMessages,
  demoMemberRecord,
  demoImports,
];

/**
 * Fills an empty, migrated database with the demo chain, dated relative to `now`: the same chain for the same moment.
 * Needs the owner's address.
 */
export async function seedDemo(
  ownerUrl: string,
  report: (line: string) => void = () => undefined,
  now: Date = new Clock().now(),
): Promise<{ members: number; sales: number; entries: number }> {
  const random = new SeededRandom(SEED);
  const today = businessDateOf(now, { timezone: 'Asia/Shanghai', cutoverHour: 0 });
  const catalogue = demoCatalogue(random);
  const people = demoMembers(random, today);
  declareCapabilities();
  const history = demoHistory(random, now, catalogue.products, people.members);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'shuke-demo' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await seedOrganisation(client, today);
    await bulkInsert(client, 'category', catalogue.rows.categories);
    await bulkInsert(client, 'product', catalogue.rows.products);
    await bulkInsert(client, 'product_barcode', catalogue.rows.barcodes);
    await bulkInsert(client, 'product_key', catalogue.rows.keys);
    const pinHash = await hashPin(DEMO_PIN);
    await bulkInsert(
      client,
      'member',
      people.rows.members.map((row) => ({ ...row, pin_hash: pinHash })),
    );
    await bulkInsert(client, 'member_key', people.rows.keys);
    await bulkInsert(client, 'member_consent', people.rows.consents);
    await bulkInsert(client, 'wallet', people.rows.wallets);
    await bulkInsert(client, 'card', people.rows.cards);
    const { entries } = await history.ledger.write(client);
    const { rows } = history;
    await bulkInsert(client, 'stock_document', rows.documents);
    await bulkInsert(client, 'stock_document_line', rows.documentLines);
    await bulkInsert(client, 'top_up', rows.topUps);
    await bulkInsert(client, 'sale', rows.sales);
    await bulkInsert(client, 'sale_line', rows.lines);
    await bulkInsert(client, 'sale_component', rows.components);
    await bulkInsert(client, 'sale_tender', rows.tenders);
    await bulkInsert(client, 'receipt_counter', rows.counters);
    await restartIdentity(
      client,
      'store',
      'till',
      'tender',
      'role',
      'staff',
      'level',
      'top_up_rule',
      'category',
      'product',
      'member',
      'wallet',
      'card',
      'stock_document',
      'top_up',
      'sale',
    );
    await demoLists(client, now);
    await client.query('COMMIT');
    await performDemoActs(ownerUrl, now, random, ACTS);
    await client.query('ANALYZE');
    report(
      `${people.members.length} 会员 members · ${rows.sales.length} 笔销售 sales · ${entries} 张凭证 entries`,
    );
    return { members: people.members.length, sales: rows.sales.length, entries };
  } finally {
    await client.end();
  }
}

async function seedOrganisation(client: pg.Client, today: string): Promise<void> {
  const branches = STORES.filter((store) => store.type === 'branch');
  await bulkInsert(
    client,
    'store',
    STORES.map(({ cutoverHour, ...store }) => ({
      ...store,
      cutover_hour: cutoverHour,
      timezone: 'Asia/Shanghai',
      active: true,
    })),
  );
  await bulkInsert(
    client,
    'till',
    branches.flatMap(({ id }) =>
      [1, 2].map((number) => ({
        id: (id - 2) * 2 + number,
        store_id: id,
        name: `${number} 号台`,
        active: true,
      })),
    ),
  );
  await bulkInsert(client, 'setting', [
    { key: 'points.pay', version: 1, value: true, changed_at: new Date(`${today}T00:00:00Z`) },
  ]);
  await bulkInsert(
    client,
    'tender',
    OWN_TENDERS.map(({ code, name_zh, name_en, till_key, position, ...kind }) => ({
      ...{ id: position, code, name_zh, name_en, till_key, position, place: 'till' },
      ...{ in_drawer: false, counted: false, asks_reference: kind.asks_reference },
      ...{ refundable: kind.refundable, all_stores: kind.all_stores, built_in: false, version: 1 },
    })),
  );
  await bulkInsert(
    client,
    'tender_store',
    OWN_TENDERS.flatMap((tender) =>
      ('stores' in tender ? tender.stores : []).map((store_id) => ({
        tender_id: tender.position,
        store_id,
      })),
    ),
  );
  await bulkInsert(
    client,
    'role',
    STANDARD_ROLES.map((role, index) => ({
      id: index + 1,
      code: role.code,
      name: role.name,
      permissions: role.permissions,
      all_stores: role.allStores,
    })),
  );
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const startedAt = `${today}T00:00:00Z`;
  await bulkInsert(
    client,
    'staff',
    STAFF.map(([id, login, name, , homeStoreId]) => ({
      id,
      login,
      name,
      password_hash: passwordHash,
      home_store_id: homeStoreId,
      active: true,
      created_at: startedAt,
    })),
  );
  await bulkInsert(
    client,
    'staff_role',
    STAFF.map(([id, , , role]) => ({
      staff_id: id,
      role_id: STANDARD_ROLES.findIndex(({ code }) => code === role) + 1,
    })),
  );
  await bulkInsert(
    client,
    'staff_store',
    STAFF.flatMap(([id, , , , , stores]) =>
      stores.map((storeId) => ({ staff_id: id, store_id: storeId })),
    ),
  );
  await bulkInsert(client, 'level', [...LEVELS]);
  await bulkInsert(
    client,
    'card_range',
    Object.entries(CARD_RANGES).map(([storeId, prefix], index) => ({
      id: index + 1,
      store_id: Number(storeId),
      prefix,
      active: true,
    })),
  );
  await bulkInsert(
    client,
    'top_up_rule',
    TOP_UP_RULES.map((rule) => ({
      ...rule,
      store_id: null,
      starts_on: '2020-01-01',
      ends_on: null,
      active: true,
    })),
  );
  await restartIdentity(client, 'card_range');
}
