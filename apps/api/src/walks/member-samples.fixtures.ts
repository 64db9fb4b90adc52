import { aMember, FIXTURE_PIN } from '../../../../libs/membership/members/members.fixtures.js';
import { type ActSample, aSaver, identity } from './act-samples.fixtures.js';

let phones = 0;
const aPhone = (): string => `1998${String((phones += 1)).padStart(7, '0')}`;

/** Acts on what is kept about a member: joining, the record, the PIN, merging, erasing, statements. */
export const memberSamples: Record<string, ActSample> = {
  'POST /members': {
    by: 'desk',
    ask() {
      const body = {
        ...{ name: '周若彤', phone: aPhone() },
        ...{ card: {}, topUp: { amountCents: 50_00, tender: 'cash' } },
      };
      return Promise.resolve({ path: '/members', body, changed: { ...body, name: '周若同' } });
    },
  },
  'POST /members/tags': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      const { id } = await place.api.db.one<{ id: number }>(
        "INSERT INTO tag (name, color) VALUES ('标签' || substr(gen_random_uuid()::text, 1, 8), 'green') RETURNING id",
      );
      const body = { memberIds: [memberId], add: [id], remove: [] };
      return { path: '/members/tags', body, changed: { ...body, add: [], remove: [id] } };
    },
  },
  'POST /members/:id/level': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      const { ordinary, gold } = place.api.org.levelIds;
      const body = { levelId: gold, fromLevelId: ordinary, reason: '老顾客' };
      const changed = { ...body, levelId: place.api.org.levelIds.silver };
      return { path: `/members/${memberId}/level`, body, changed };
    },
  },
  'POST /members/:id/pin': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db);
      return { path: `/members/${memberId}/pin`, body: { pin: FIXTURE_PIN }, changed: null };
    },
  },
  'PUT /members/:id/pin': {
    by: 'desk',
    method: 'PUT',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const body = { oldPin: FIXTURE_PIN, pin: '135791' };
      return { path: `/members/${memberId}/pin`, body, changed: null };
    },
  },
  'POST /members/:id/pin/reset': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const body = { pin: '135791', reason: '忘了', identity, approval: place.approval };
      return { path: `/members/${memberId}/pin/reset`, body, changed: { ...body, reason: '改' } };
    },
  },
  'PUT /members/:id/identity': {
    by: 'desk',
    method: 'PUT',
    async ask(place) {
      const { memberId, name } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      const { id: version } = await place.api.db.one<{ id: number }>(
        `INSERT INTO member_identity (member_id, document_kind, name, seen_by) VALUES ($1, 'id_card', $2, $3) RETURNING id`,
        [memberId, name, place.staffId],
      );
      const body = {
        ...{ documentKind: 'passport', name, version },
        ...{ identity, approval: place.approval },
      };
      const path = `/members/${memberId}/identity`;
      return { path, body, changed: { ...body, documentKind: 'other' } };
    },
  },
  'POST /members/:id/pin/unlock': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aMember(place.api.db, { pin: FIXTURE_PIN });
      await place.api.db.query(
        "UPDATE member SET pin_failures = 5, pin_locked_until = now() + interval '1 day' WHERE id = $1",
        [memberId],
      );
      const body = { reason: '本人到店' };
      return { path: `/members/${memberId}/pin/unlock`, body, changed: { reason: '改' } };
    },
  },
  'POST /members/:id/merge': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const { memberId: mergedMemberId } = await aSaver(place);
      const proof = { by: 'pin', pin: FIXTURE_PIN, mergedPin: FIXTURE_PIN };
      const body = { mergedMemberId, reason: '同一人', proof, approval: place.approval };
      return { path: `/members/${memberId}/merge`, body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /members/:id/erasing': {
    by: 'desk',
    async ask(place) {
      const { memberId, name } = await aMember(place.api.db);
      const body = { confirmation: name, reason: '本人要求' };
      return { path: `/members/${memberId}/erasing`, body, changed: { ...body, reason: '改' } };
    },
  },
  'POST /members/:id/statements': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = { from: '2026-01-01', to: '2026-10-31' };
      const path = `/members/${memberId}/statements`;
      return { path, body, changed: { ...body, to: '2026-10-30' } };
    },
  },
};
