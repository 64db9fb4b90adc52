import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { FixedClock } from '#kernel';
import { SETTINGS, Settings, type SettingKey } from '#chain/settings';
import type { TestAnswer, TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  FIXTURE_PIN,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { shelved } from '../../../../libs/counter/sales/sales.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import type { Place } from './place.fixtures.js';

export type AnyValue = string | number | boolean;
export type Values = Partial<Record<SettingKey, AnyValue>>;

/** What shows that a setting decides, with values that no other setting has. */
export interface SettingCase<V extends AnyValue = AnyValue> {
  values: readonly V[];
  /** What else has to be so before this one matters. */
  when?: Values;
  shows: (chain: SettingChain, value: V) => Promise<unknown>;
}

export interface Customer extends FixtureMember {
  cardNo: string;
  topUpId: number;
}

/** A chain whose settings all differ, and what is asked for at its counter. */
export class SettingChain {
  constructor(
    readonly place: Place,
    readonly clock: FixedClock,
  ) {}

  get db() {
    return this.place.api.db;
  }

  async set(values: Values): Promise<void> {
    // What was set and counted before belongs to another case.
    await this.forget('setting', 'unapproved_act', 'lookup_miss', 'login_attempt');
    for (const [key, value] of Object.entries(values))
      await this.db.query(
        'INSERT INTO setting (key, version, value, changed_at) VALUES ($1, 1, $2, now())',
        [key, JSON.stringify(value)],
      );
    this.place.api.app.get(Settings).forget();
    await this.goTo(this.clock.now());
  }

  /** Another moment; whoever is signed in stays so. */
  async goTo(at: Date): Promise<void> {
    this.clock.set(at);
    await this.db.query('UPDATE session SET created_at = $1, last_seen_at = $1', [at]);
  }

  /** As the superuser: the application keeps these for ever. */
  private async forget(...tables: string[]): Promise<void> {
    const { superuserUrl: connectionString } = this.place.api.database;
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(tables.map((table) => `DELETE FROM ${table}`).join('; '));
    await client.end();
  }

  ask(path: string, body: object, who: TestBrowser = this.place.desk): Promise<TestAnswer> {
    return who.post(`/api/v1${path}`, body, { key: randomUUID() });
  }

  /** Somebody with principal, maybe bonus, a card and a PIN. */
  async customer(
    principalCents: number,
    bonusCents = 0,
    businessDate = '2026-11-22',
  ): Promise<Customer> {
    const { storeId } = this.place;
    const member = await aMember(this.db, { storeId, pin: FIXTURE_PIN });
    const paid = { principalCents, bonusCents, storeId, businessDate };
    const { topUpId } = await toppedUp(this.db, member, paid);
    const { cardNo } = await anActiveCard(this.db, { ...member, storeId });
    return { ...member, cardNo, topUpId };
  }

  /** A sale of so many cents by the wallet, or in cash to nobody. */
  async sale(cents: number, more: { cardNo?: string; pin?: string } = {}): Promise<TestAnswer> {
    const at = { storeId: this.place.storeId, staffId: this.place.staffId };
    const service = { kind: 'service', priceCents: cents } as const;
    const { id } = await this.db.write((tx) => shelved(tx, at, service));
    const tender = more.cardNo ? { tender: 'wallet' } : { tender: 'cash', givenCents: cents };
    return this.ask('/sales', {
      lines: [{ productId: id, qtyMilli: 1_000, unitPriceCents: cents }],
      tenders: [{ ...tender, amountCents: cents }],
      dueCents: cents,
      ...more,
    });
  }

  topUp(memberId: number, amountCents: number): Promise<TestAnswer> {
    return this.ask(`/members/${memberId}/top-ups`, { amountCents, tender: 'cash' });
  }

  withdrawal({ memberId }: FixtureMember, amountCents: number): Promise<TestAnswer> {
    const body = { amountCents, tender: 'cash', pin: FIXTURE_PIN };
    return this.ask(`/members/${memberId}/withdrawals`, body);
  }
}

/** The code of a refusal; null where it was done. */
export async function refusal(asked: Promise<TestAnswer>): Promise<string | null> {
  const { status, body } = await asked;
  return status < 300 ? null : (body as { code: string }).code;
}

export async function done<T = Record<string, never>>(asked: Promise<TestAnswer>): Promise<T> {
  const { status, text, body } = await asked;
  expect(status < 300 ? null : text).toBeNull();
  return body as T;
}

/**
 * All settings by their first value; those of the same kind as `key` say something else than it does, so that one that is
 * read in its place shows.
 */
export function chainWith(
  cases: Record<string, SettingCase>,
  key: SettingKey,
  value: AnyValue,
): Values {
  const others = Object.entries(cases).map(([other, { values }]) => {
    const alike = isAlike(key, other as SettingKey);
    return [other, alike ? values.find((one) => one !== value) : values[0]];
  });
  return { ...Object.fromEntries(others), ...cases[key]?.when, [key]: value } as Values;
}

/** Yes or no, or a choice of the same words: they can't all differ. */
function isAlike(key: SettingKey, other: SettingKey): boolean {
  const [a, b] = [SETTINGS[key], SETTINGS[other]];
  if (a.type === 'flag') return b.type === 'flag';
  return a.type === 'choice' && b.type === 'choice' && a.options.join() === b.options.join();
}
