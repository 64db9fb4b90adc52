import { memberPart, type MergeOfMembers, type Tx } from '#kernel';

/** Whatever a record has of its own besides what was filled in: it goes with the record when somebody is forgotten. */
const GONE_WITH_THE_RECORD = [
  'DELETE FROM member_key WHERE member_id = ANY ($1::bigint[])',
  'DELETE FROM member_photo WHERE member_id = ANY ($1::bigint[])',
  'DELETE FROM member_contact WHERE member_id = ANY ($1::bigint[])',
  'DELETE FROM member_identity WHERE member_id = ANY ($1::bigint[])',
  'DELETE FROM member_tag WHERE member_id = ANY ($1::bigint[])',
  "DELETE FROM number_collision WHERE kind = 'phone' AND (kept_by = ANY ($1::bigint[]) OR other_id = ANY ($1::bigint[]))",
];

export const RECORDS_OF_MEMBERS = memberPart('members', {
  columns: {
    'member.referrer_id': 'moves',
    'member.merged_into_id': 'stays',
    'member_alias.alias_member_id': 'stays',
    'member_alias.member_id': 'moves',
    'member_consent.member_id': 'stays',
    'member_contact.member_id': 'moves',
    'member_identity.member_id': 'moves',
    // Who typed the old name still finds the member.
    'member_key.member_id': 'stays',
    'member_level_change.member_id': 'stays',
    'member_photo.member_id': 'moves',
    'member_tag.member_id': 'moves',
    'staff_member.member_id': 'moves',
    'wallet.member_id': 'stays',
  },
  locks: [
    {
      kind: 'wallet',
      // No card of these wallets is closed meanwhile.
      async take(tx, { walletIds }) {
        await lockRows(
          tx,
          'wallet',
          'SELECT id FROM wallet WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE',
          [walletIds],
        );
      },
    },
    {
      kind: 'member',
      // With those whom the one that ends has brought: their record names the survivor afterwards.
      async take(tx, { memberIds, mergedId = null }) {
        await lockRows(
          tx,
          'member',
          'SELECT id FROM member WHERE id = ANY ($1::bigint[]) OR referrer_id = $2 ORDER BY id FOR NO KEY UPDATE',
          [memberIds, mergedId],
        );
      },
    },
  ],
  merge: async (tx, merge) => {
    await end(tx, merge);
    await moveRecord(tx, merge);
  },
  /** Nothing personal is left. A number stands for the name: receipts of old say whose they were to the books only. */
  async erase(tx, memberIds) {
    await tx.query(
      `UPDATE member SET status = 'erased', erased_at = now(), merged_into_id = NULL, kind = 'person', name = NULL, nickname = '#' || id,
              phone = NULL, gender = 'unknown', birthday_calendar = NULL, birth_year = NULL, birth_month = NULL, birth_day = NULL,
              birth_leap_month = false, birthday_preference = NULL, note = NULL, preferences = NULL, custom = '{}', photo_tag = NULL,
              referrer_id = NULL, pin_hash = NULL, updated_at = now(), version = version + 1
        WHERE id = ANY ($1::bigint[])`,
      [memberIds],
    );
    for (const text of GONE_WITH_THE_RECORD) await tx.query(text, [memberIds]);
  },
});

async function lockRows(
  tx: Tx,
  kind: 'wallet' | 'member',
  text: string,
  params: readonly unknown[],
): Promise<void> {
  const rows = await tx.query<{ id: number }>(text, params);
  tx.locked(
    kind,
    rows.map(({ id }) => id),
  );
}

/** The merged record ends; its id, its search keys and whatever led to it lead to the survivor. */
async function end(tx: Tx, { from, to, actor }: MergeOfMembers): Promise<void> {
  const ids = [to.memberId, from.memberId];
  await tx.query(
    "UPDATE member SET status = 'merged', merged_into_id = $1, updated_at = now(), version = version + 1 WHERE id = $2",
    ids,
  );
  await tx.query('UPDATE member_alias SET member_id = $1 WHERE member_id = $2', ids);
  await tx.query(
    'INSERT INTO member_alias (alias_member_id, member_id, merged_by) VALUES ($2, $1, $3)',
    [...ids, actor.staffId],
  );
}

/** What hangs on the record. Of photo and real name the survivor keeps its own. */
async function moveRecord(tx: Tx, { from, to }: MergeOfMembers): Promise<void> {
  const ids = [to.memberId, from.memberId];
  const statements = [
    'INSERT INTO member_tag (member_id, tag_id, added_by, added_at) SELECT $1, tag_id, added_by, added_at FROM member_tag WHERE member_id = $2 ON CONFLICT DO NOTHING',
    'DELETE FROM member_tag WHERE member_id = $2 AND $1::bigint IS NOT NULL',
    'UPDATE member_contact SET member_id = $1 WHERE member_id = $2',
    'UPDATE member_photo SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM member_photo WHERE member_id = $1)',
    'DELETE FROM member_photo WHERE member_id = $2 AND $1::bigint IS NOT NULL',
    'UPDATE member_identity SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM member_identity WHERE member_id = $1)',
    'DELETE FROM member_identity WHERE member_id = $2 AND $1::bigint IS NOT NULL',
    'UPDATE staff_member SET member_id = $1 WHERE member_id = $2 AND NOT EXISTS (SELECT FROM staff_member WHERE member_id = $1)',
    'DELETE FROM staff_member WHERE member_id = $2 AND $1::bigint IS NOT NULL',
    'UPDATE member SET referrer_id = NULLIF($1, id) WHERE referrer_id = $2',
    `UPDATE member s SET photo_tag = coalesce(s.photo_tag, m.photo_tag), joined_on = least(s.joined_on, m.joined_on),
            earlier_spend_cents = s.earlier_spend_cents + m.earlier_spend_cents
       FROM member m WHERE s.id = $1 AND m.id = $2`,
    'UPDATE member SET photo_tag = NULL, earlier_spend_cents = 0 WHERE id = $2 AND $1::bigint IS NOT NULL',
  ];
  for (const text of statements) await tx.query(text, ids);
}
