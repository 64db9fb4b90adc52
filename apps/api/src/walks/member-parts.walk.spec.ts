import { type Actor, memberParts, mergeMemberParts } from '#kernel';
import { testApp } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';

// Every column that holds a member is named by its owner, who says what a merge does to it; and the merge does it.
const { db, org } = await testApp({ books: 'damaged' });

const columns = (await memberColumns()).filter((column) => column !== 'member.id');
const named = memberParts().flatMap((part) => Object.entries(part.columns));

/** Columns that a foreign key or their name binds to a member or a wallet. */
async function memberColumns(): Promise<string[]> {
  const found = await db.query<{ name: string }>(
    `SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname || '.' || a.attname AS name
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'ledger')
        AND (a.attname ~ '(member|wallet)_id$' OR EXISTS (
              SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND a.attnum = ANY (k.conkey)
                 AND k.confrelid IN ('member'::regclass, 'wallet'::regclass)))`,
  );
  return found.map(({ name }) => name);
}

it('names every column that holds a member, once', () => {
  const names = named.map(([column]) => column);
  expect(columns.length).toBeGreaterThan(30);
  expect(columns.filter((column) => !names.includes(column))).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

describe('merging two members', () => {
  const moving = named.filter(([, fate]) => fate === 'moves').map(([column]) => column);
  /** How many rows of each column name one of these. */
  const rowsOf = async (owner: { memberId: number; walletId: number }) => {
    const counted: Record<string, number> = {};
    for (const column of moving) {
      const [table, name] = column.split('.');
      const id = name?.endsWith('wallet_id') ? owner.walletId : owner.memberId;
      const text = `SELECT count(*) FROM ${table} WHERE ${name} = $1`;
      counted[column] = (await db.one<{ count: number }>(text, [id])).count;
    }
    return counted;
  };

  it('leaves nothing with the record that ends of what moves', async () => {
    const from = await aMember(db, { name: '从前' });
    const to = await aMember(db, { name: '以后' });
    const earlier = await aMember(db, { name: '更早' });
    const guest = await aMember(db, { name: '客人' });
    await anActiveCard(db, { memberId: from.memberId });
    const staffId = org.staffIds.cashier;
    const own: readonly string[] = [
      'UPDATE member SET referrer_id = $1 WHERE id = $3',
      'INSERT INTO member_alias (alias_member_id, member_id) VALUES ($4, $1)',
      "INSERT INTO member_contact (member_id, channel, body, at) VALUES ($1, 'phone', '问', now())",
      "INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'passport', '从前', $2)",
      "INSERT INTO member_photo (member_id, content_type, bytes) VALUES ($1, 'image/png', '\\x00')",
      'INSERT INTO staff_member (staff_id, member_id, marked_by, marked_at) VALUES ($2, $1, $2, now())',
      "WITH t AS (INSERT INTO tag (name, color) VALUES ('老客', 'blue') RETURNING id) INSERT INTO member_tag (member_id, tag_id) SELECT $1, id FROM t",
    ];
    const ids = [from.memberId, staffId, guest.memberId, earlier.memberId];
    for (const text of own)
      await db.query(
        text.replaceAll(/\$(\d)/g, (_, place: string) => String(ids[Number(place) - 1])),
      );
    const before = await rowsOf(from);
    expect(Object.keys(before).filter((column) => before[column] === 0)).toEqual([]);
    const actor = { staffId, till: null, homeStoreId: org.renminId } as unknown as Actor;
    await db.write((tx) => mergeMemberParts(tx, { from, to, actor }));
    expect(Object.values(await rowsOf(from)).filter((rows) => rows > 0)).toEqual([]);
    const after = await rowsOf(to);
    expect(
      Object.keys(after).filter((column) => (after[column] ?? 0) < (before[column] ?? 0)),
    ).toEqual([]);
  });
});
