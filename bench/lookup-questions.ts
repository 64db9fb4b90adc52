import type { Sql } from '#kernel';
import { memberKeys } from '#membership/members';
import { LOOKUP_STORES } from './lookup-members.js';

export interface Asked {
  texts: string[];
  finds: 'one' | 'some' | 'nobody';
}

const PEOPLE = 4_000;

interface Person {
  name: string;
  phone: string;
  cardNo: string;
}

/** What people type or scan, by kind: members drawn at random, so that frequent names are asked for as often as they are borne. */
export async function askedOf(sql: Sql, members: number): Promise<Record<string, Asked>> {
  const people = await sql.query<Person>(
    `SELECT m.name, m.phone, c.card_no AS "cardNo" FROM member m JOIN card c ON c.member_id = m.id
      WHERE m.id IN (SELECT 1 + floor(random() * $1)::bigint FROM generate_series(1, $2)) ORDER BY random()`,
    [members, PEOPLE],
  );
  const isOld = ({ cardNo }: Person) => cardNo.startsWith('A');
  const keyOf = (name: string, kind: string) =>
    memberKeys({ name }).find((key) => key.kind === kind)?.key ?? '';
  const some = (texts: string[]): Asked => ({ texts, finds: 'some' });
  return {
    card: { texts: people.filter((one) => !isOld(one)).map(({ cardNo }) => cardNo), finds: 'one' },
    phone: { texts: people.map(({ phone }) => phone), finds: 'one' },
    oldCard: { texts: people.filter(isOld).map(({ cardNo }) => cardNo), finds: 'one' },
    last4: some(people.map(({ phone }) => phone.slice(-4))),
    hanzi: some(people.map(({ name }) => name)),
    surname: some(people.map(({ name }) => name.slice(0, 1))),
    given: some(people.map(({ name }) => name.slice(1))),
    pinyin: some(people.map(({ name }) => keyOf(name, 'pinyin'))),
    pinyinBegun: some(people.map(({ name }, n) => keyOf(name, 'pinyin').slice(0, 2 + (n % 6)))),
    initials: some(people.map(({ name }) => keyOf(name, 'initials'))),
    miss: {
      texts: people.map((_, n) => `6899${String(n * 7_919).padStart(12, '0')}`),
      finds: 'nobody',
    },
    listPage: some([
      '{}',
      '{"page":2}',
      '{"levelId":[2]}',
      ...Array.from({ length: 5 }, (_, n) => `{"homeStoreId":[${1 + n * (LOOKUP_STORES / 5)}]}`),
    ]),
  };
}
