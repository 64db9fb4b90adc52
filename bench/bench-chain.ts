import { hashPassword, STANDARD_ROLES } from '#chain/identity';
import { bulkInsert, Clock, restartIdentity } from '#kernel';
import { bonusOf, BulkLedger, House, principalOf, stockOf } from '#ledger';
import pg from 'pg';
import { declareCapabilities } from '../apps/composition/capabilities.js';
import {
  cardNoOf,
  loginOf,
  MEMBERS,
  PASSWORD,
  PAY_RATE_BPS,
  PRICE_CENTS,
  PRODUCTS,
  storeCodeOf,
  storeOf,
  STORES,
} from './chain-facts.js';
import { EarlierSales } from './earlier-sales.js';

const PIECES_A_SHELF = 100_000;
const PRINCIPAL_CENTS = 2_000_00;
const BONUS_CENTS = 200_00;
// In the year of the measurement, so that points earned in it live as long as those of before.
const ON = `${new Clock().now().getUTCFullYear()}-01-01`;
const AT = new Date(`${ON}T04:00:00Z`);

const ids = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** 20 stores, 20,000 members who topped up and bought before, every shelf full; all through the ledger. */
export async function makeBenchChain(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await organisation(client);
    await bulkInsert(client, 'category', [
      { id: 1, parent_id: null, depth: 1, code: 'ALL', name: '全部', sort: 0 },
    ]);
    await bulkInsert(client, 'product', ids(PRODUCTS).map(productRow));
    await bulkInsert(client, 'member', ids(MEMBERS).map(memberRow));
    await bulkInsert(
      client,
      'wallet',
      ids(MEMBERS).map((id) => ({ id, member_id: id, created_at: AT })),
    );
    await bulkInsert(client, 'card', ids(MEMBERS).map(cardRow));
    await books(client);
    const tables = ['store', 'till', 'role', 'staff', 'level', 'category', 'product', 'member'];
    await restartIdentity(client, ...tables, 'wallet', 'card', 'stock_document', 'top_up', 'sale');
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function organisation(client: pg.Client): Promise<void> {
  const stores = ids(STORES);
  const cashier = STANDARD_ROLES.find(({ code }) => code === 'cashier');
  const passwordHash = await hashPassword(PASSWORD);
  await bulkInsert(
    client,
    'store',
    stores.map((id) => ({
      id,
      code: storeCodeOf(id),
      name: `${id} 店`,
      type: 'branch',
      region: '',
      timezone: 'Asia/Shanghai',
      cutover_hour: 0,
      active: true,
    })),
  );
  await bulkInsert(
    client,
    'till',
    stores.map((id) => ({ id, store_id: id, name: '1', active: true })),
  );
  await bulkInsert(client, 'role', [
    {
      id: 1,
      code: 'cashier',
      name: '收银员',
      permissions: cashier?.permissions,
      all_stores: false,
    },
  ]);
  await bulkInsert(
    client,
    'staff',
    stores.map((id) => ({
      id,
      login: loginOf(id),
      name: loginOf(id),
      password_hash: passwordHash,
      home_store_id: id,
      active: true,
      created_at: AT,
    })),
  );
  await bulkInsert(
    client,
    'staff_role',
    stores.map((id) => ({ staff_id: id, role_id: 1 })),
  );
  await bulkInsert(
    client,
    'staff_store',
    stores.map((id) => ({ staff_id: id, store_id: id })),
  );
  // A few members stand for many: nobody is asked for a PIN because they come so often.
  await bulkInsert(client, 'setting', [
    { key: 'wallet.pin_limit_cents', version: 1, value: 1_000_000_000, changed_at: AT },
  ]);
  await bulkInsert(client, 'level', [
    {
      id: 1,
      code: 'gold',
      name: '金卡',
      rank: 1,
      pay_rate_bps: PAY_RATE_BPS,
      points_per_yuan_bps: 10_000,
    },
  ]);
}

const productRow = (id: number) => ({
  id,
  sku: `P${id}`,
  name: `商品 ${id}`,
  kind: 'goods',
  unit: '件',
  category_id: 1,
  list_price_cents: PRICE_CENTS,
  cost_cents: 9_95,
  discountable: true,
  weighed: false,
  points_factor_bps: 10_000,
  status: 'active',
  created_at: AT,
  updated_at: AT,
});

const memberRow = (id: number) => ({
  id,
  name: `会员 ${id}`,
  phone: `199${String(id).padStart(8, '0')}`,
  gender: 'unknown',
  birth_leap_month: false,
  level_id: 1,
  home_store_id: storeOf(id),
  status: 'active',
  pin_failures: 0,
  joined_on: ON,
  created_at: AT,
  updated_at: AT,
  version: 1,
});

const cardRow = (id: number) => ({
  id,
  card_no: cardNoOf(id),
  member_id: id,
  wallet_id: id,
  store_id: storeOf(id),
  status: 'active',
  deposit_cents: 0,
  fee_cents: 0,
  issued_on: ON,
  status_changed_at: AT,
  created_at: AT,
});

async function books(client: pg.Client): Promise<void> {
  const ledger = new BulkLedger();
  const documents: Record<string, unknown>[] = [];
  const lines: Record<string, unknown>[] = [];
  for (const storeId of ids(STORES)) {
    const shelf = { storeId, staffId: storeId, businessDate: ON, at: AT };
    const document = { kind: 'stock_document', no: `KC-${storeId}` };
    const accounts = ids(PRODUCTS).map((productId) => stockOf(storeId, productId));
    const value = PIECES_A_SHELF * 9_95;
    const act = { ...shelf, kind: 'stock_opening', document, accounts };
    const { entryId } = ledger.act(act, (plan) => {
      for (const productId of ids(PRODUCTS)) {
        const against = House.stockOpening(storeId);
        plan.stockIn(storeId, productId, PIECES_A_SHELF * 1_000, value, against);
      }
    });
    documents.push({
      id: storeId,
      document_no: document.no,
      kind: 'opening',
      store_id: storeId,
      business_date: ON,
      at: AT,
      staff_id: storeId,
      entry_id: entryId,
    });
    for (const productId of ids(PRODUCTS)) {
      const qty = PIECES_A_SHELF * 1_000;
      const line = { line_no: productId, product_id: productId, qty_milli: qty };
      lines.push({ document_id: storeId, ...line, value_cents: value });
    }
  }
  const topUps = ids(MEMBERS).map((memberId) => topUp(ledger, memberId));
  declareCapabilities();
  const sales = new EarlierSales(ledger, { businessDate: ON, at: AT });
  for (const memberId of ids(MEMBERS)) sales.add(memberId);
  await ledger.write(client);
  await bulkInsert(client, 'stock_document', documents);
  await bulkInsert(client, 'stock_document_line', lines);
  await bulkInsert(client, 'top_up', topUps);
  await sales.write(client);
}

function topUp(ledger: BulkLedger, memberId: number): Record<string, unknown> {
  const storeId = storeOf(memberId);
  const no = `T-${memberId}`;
  const { entryId } = ledger.act(
    {
      kind: 'top_up',
      businessDate: ON,
      at: AT,
      storeId,
      staffId: storeId,
      memberId,
      homeStoreId: storeId,
      cardStoreId: storeId,
      drawerStoreId: storeId,
      document: { kind: 'top_up', no },
      accounts: [principalOf(memberId), bonusOf(memberId)],
    },
    (plan) => {
      const against = House.tender('cash', storeId);
      plan.grant(principalOf(memberId), PRINCIPAL_CENTS, { tender: 'cash', against });
      const cost = House.bonusCost(storeId);
      plan.grant(bonusOf(memberId), BONUS_CENTS, { gifted: true, against: cost });
    },
  );
  return {
    id: memberId,
    receipt_no: no,
    entry_id: entryId,
    wallet_id: memberId,
    member_id: memberId,
    card_id: memberId,
    store_id: storeId,
    staff_id: storeId,
    business_date: ON,
    at: AT,
    tender: 'cash',
    principal_cents: PRINCIPAL_CENTS,
    bonus_cents: BONUS_CENTS,
    points: 0,
    principal_after_cents: PRINCIPAL_CENTS,
    bonus_after_cents: BONUS_CENTS,
    points_after: 0,
  };
}
