import { choice, dayOf, defineCondition, flag, type NamedThings, range } from '#chain/conditions';
import { REGIONS, STORES } from '#chain/stores';
import { sql } from '#kernel/lists';
import { LEVELS } from '#membership/levels';
import { MAX_PICKED, type MembersCondition } from './condition.rules.js';
import { type Gender, MEMBER_KINDS } from './member.rules.js';

const TAGS: NamedThings = {
  type: 'bigint[]',
  found: (values) => `SELECT count(*) FROM tag WHERE id = ANY (${values})`,
  offered: () => sql`SELECT id::text AS value, name AS label FROM tag ORDER BY name`,
};
const MEMBERS: NamedThings = {
  type: 'bigint[]',
  found: (values) => `SELECT count(*) FROM member WHERE id = ANY (${values})`,
};

/** Who gave none stands last. */
const ASKED_GENDERS: readonly Gender[] = ['female', 'male', 'unknown'];
const profile = 'profile';

/** What can be asked of a member's record. */
export const MEMBER_CONDITIONS = [
  defineCondition({
    field: 'level',
    group: profile,
    order: 10,
    ...choice(LEVELS, (ids) => `m.level_id = ANY (${ids})`),
  }),
  defineCondition({
    field: 'tag',
    group: profile,
    order: 20,
    ...choice(
      TAGS,
      (ids) => `m.id IN (SELECT t.member_id FROM member_tag t WHERE t.tag_id = ANY (${ids}))`,
    ),
  }),
  defineCondition({
    field: 'homeStore',
    group: profile,
    order: 30,
    ...choice(STORES, (ids) => `m.home_store_id = ANY (${ids})`),
  }),
  defineCondition({
    field: 'region',
    group: profile,
    order: 40,
    ...choice(
      REGIONS,
      (words) => `m.home_store_id IN (SELECT s.id FROM store s WHERE s.region = ANY (${words}))`,
    ),
  }),
  defineCondition({
    field: 'gender',
    group: profile,
    order: 50,
    ...choice(
      { codes: ASKED_GENDERS, words: 'segments.genders' },
      (words) => `m.gender = ANY (${words})`,
    ),
  }),
  defineCondition({
    field: 'birthYear',
    group: profile,
    order: 70,
    ...range('whole', { column: 'm.birth_year' }),
  }),
  defineCondition({ field: 'joined', group: profile, order: 80, ...dayOf('m.joined_on') }),
  defineCondition({
    field: 'kind',
    group: profile,
    order: 90,
    ...choice(
      { codes: MEMBER_KINDS, words: 'segments.kinds' },
      (words) => `m.kind = ANY (${words})`,
    ),
  }),
  defineCondition({
    field: 'registered',
    group: profile,
    order: 100,
    ...flag('m.id IN (SELECT i.member_id FROM member_identity i)'),
  }),
  defineCondition({
    field: 'hasPhone',
    group: profile,
    order: 110,
    ...flag('m.phone IS NOT NULL'),
  }),
  defineCondition({
    field: 'hasBirthday',
    group: profile,
    order: 120,
    ...flag('m.birthday_calendar IS NOT NULL'),
  }),
  defineCondition({
    field: 'hasReferrer',
    group: profile,
    order: 130,
    ...flag('m.referrer_id IS NOT NULL'),
  }),
  defineCondition({
    field: 'referred',
    group: profile,
    order: 140,
    ...range('whole', {
      grouped:
        "SELECT r.referrer_id FROM member r WHERE r.referrer_id IS NOT NULL AND r.status = 'active' GROUP BY r.referrer_id",
      measured: 'count(*)',
    }),
  }),
  defineCondition({
    field: 'referrer',
    group: null,
    order: 0,
    ...choice(MEMBERS, (ids) => `(m.referrer_id IS NOT NULL AND m.referrer_id = ANY (${ids}))`),
  }),
  // Members picked one by one.
  defineCondition<MembersCondition>({
    field: 'members',
    group: null,
    order: 0,
    shape: 'members',
    parts: ['ids'],
    examples: [{ ids: [1] }],
    read: (reader) => ({ ids: reader.ids('ids', MAX_PICKED) }),
    sql: ({ ids }, { params }) => `m.id = ANY (${params.add(ids, 'bigint[]')})`,
  }),
];
