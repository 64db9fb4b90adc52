import { randomUUID } from 'node:crypto';
import { quoteSale } from '#goods/pricing';
import {
  cardNoOf,
  loginOf,
  MEMBERS,
  PASSWORD,
  PAY_RATE_BPS,
  PRICE_CENTS,
  PRODUCTS,
  storeOf,
  STORES,
} from './chain-facts.js';
import { HttpConnection } from './http-connection.js';

export const CONNECTIONS = 8;
const LINES = 3;

export interface Load {
  port: number;
  /** Session cookies of the cashiers, one a store. */
  cookies: readonly string[];
  seconds: number;
  /** Only members of this store come; without it those of all stores, each to their own. */
  hotStoreId?: number;
}

export interface Loaded {
  perSecond: number;
  latencies: number[];
  errors: string[];
}

const upTo = (count: number): number => 1 + Math.floor(Math.random() * count);

/** A cashier of each store at its till; returns their cookies. */
export async function signIn(port: number): Promise<string[]> {
  const connection = await HttpConnection.open(port);
  const cookies: string[] = [];
  for (let storeId = 1; storeId <= STORES; storeId += 1) {
    const credentials = { login: loginOf(storeId), password: PASSWORD };
    const signedIn = await connection.send('POST', '/api/v1/session', {}, credentials);
    const cookie = /set-cookie: ([^;\r]+)/i.exec(signedIn.headers)?.[1];
    if (signedIn.status !== 201 || !cookie) throw new Error(`No session: ${signedIn.body}`);
    const till = { tillId: storeId };
    const seated = await connection.send('PUT', '/api/v1/session/till', { Cookie: cookie }, till);
    if (seated.status !== 200) throw new Error(`No till: ${seated.body}`);
    cookies.push(cookie);
  }
  connection.close();
  return cookies;
}

export async function load({ port, cookies, seconds, hotStoreId }: Load): Promise<Loaded> {
  const latencies: number[] = [];
  const errors: string[] = [];
  const from = performance.now();
  const until = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const connection = await HttpConnection.open(port);
      while (performance.now() < until) {
        const memberId = aMember(hotStoreId);
        const headers = {
          Cookie: cookies[storeOf(memberId) - 1] ?? '',
          'Idempotency-Key': randomUUID(),
        };
        const began = performance.now();
        const answer = await connection.send('POST', '/api/v1/sales', headers, aSale(memberId));
        if (answer.status === 201) latencies.push(performance.now() - began);
        else errors.push(`${answer.status} ${answer.body}`);
      }
      connection.close();
    }),
  );
  return { perSecond: latencies.length / ((performance.now() - from) / 1_000), latencies, errors };
}

export function aMember(hotStoreId?: number): number {
  if (hotStoreId === undefined) return upTo(MEMBERS);
  return hotStoreId + STORES * (upTo(MEMBERS / STORES) - 1);
}

/** Three different goods for a member with a card: part of it from the wallet, the rest in cash with change. */
export function aSale(memberId: number): object {
  const products = new Set<number>();
  while (products.size < LINES) products.add(upTo(PRODUCTS));
  const lines = [...products].map((productId) => ({
    productId,
    qtyMilli: 1_000 * upTo(2),
    unitPriceCents: PRICE_CENTS,
  }));
  const quoted = lines.map((line) => ({ ...line, discountable: true, pointsFactorBps: 10_000 }));
  const { dueCents } = quoteSale({ lines: quoted, payRateBps: PAY_RATE_BPS, rounding: 'none' });
  const walletCents = Math.floor(dueCents / 2);
  const cashCents = dueCents - walletCents;
  const givenCents = Math.ceil(cashCents / 100_00) * 100_00;
  return {
    memberId,
    cardNo: cardNoOf(memberId),
    lines,
    tenders: [
      { tender: 'wallet', amountCents: walletCents },
      { tender: 'cash', amountCents: cashCents, givenCents },
    ],
    dueCents,
  };
}
