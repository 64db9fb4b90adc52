import type { TestApp, TestBrowser } from '#workshop/testing';
import { approval, type Counter, identity } from './counter.fixtures.js';
import { key, type MemberAct, on } from './saver.fixtures.js';

// The smallest picture there is.
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Acts on what is kept about a member: merging, erasing, level, record, PIN, photo, talks, tags, the open cart. */
export async function recordActs({ api }: Counter): Promise<Record<string, MemberAct>> {
  const { ordinary, gold } = api.org.levelIds;
  const tagId = await aTag(api);
  const merge = (till: TestBrowser, survivor: number, mergedMemberId: number) =>
    till.post(`${on(survivor)}/merge`, { mergedMemberId }, key());

  return {
    'a merge into another': {
      route: 'POST /api/v1/members/{id}/merge',
      run: (till, { memberId, other }) => merge(till, other.memberId, memberId),
    },
    'a merge of another': {
      route: 'POST /api/v1/members/{id}/merge',
      run: (till, { memberId, other }) => merge(till, memberId, other.memberId),
    },
    'an erasing': {
      route: 'POST /api/v1/members/{id}/erasing',
      run: (till, { memberId, name }) =>
        till.post(`${on(memberId)}/erasing`, { confirmation: name }, key()),
      refusal: 'erase.something_remains',
    },
    'a level by hand': {
      route: 'POST /api/v1/members/{id}/level',
      run: (till, { memberId }) =>
        till.post(
          `${on(memberId)}/level`,
          { levelId: gold, fromLevelId: ordinary, reason: '升' },
          key(),
        ),
    },
    'another name': {
      route: 'PATCH /api/v1/members/{id}',
      run: (till, { memberId }) => till.patch(on(memberId), { version: 1, nickname: '新' }),
    },
    'a document seen': {
      route: 'PUT /api/v1/members/{id}/identity',
      run: (till, { memberId, name }) =>
        till.put(`${on(memberId)}/identity`, { documentKind: 'id_card', name, version: 0 }, key()),
    },
    'a mark of the staff': {
      route: 'PUT /api/v1/members/{id}/staff',
      run: (till, { memberId }) => till.put(`${on(memberId)}/staff`, { staffId: null, version: 1 }),
      refusal: 'access.forbidden',
    },
    'a first PIN': {
      route: 'POST /api/v1/members/{id}/pin',
      run: (till, { memberId }) => till.post(`${on(memberId)}/pin`, { pin: '246803' }, key()),
    },
    'another PIN': {
      route: 'PUT /api/v1/members/{id}/pin',
      run: (till, { memberId }) =>
        till.put(`${on(memberId)}/pin`, { oldPin: '246802', pin: '246804' }, key()),
      refusal: 'member.pin_not_set',
    },
    'a forgotten PIN': {
      route: 'POST /api/v1/members/{id}/pin/reset',
      run: (till, { memberId }) =>
        till.post(
          `${on(memberId)}/pin/reset`,
          { pin: '246805', reason: '忘', identity, approval },
          key(),
        ),
      refusal: 'member.pin_not_set',
    },
    'a PIN forgiven': {
      route: 'POST /api/v1/members/{id}/pin/unlock',
      run: (till, { memberId }) => till.post(`${on(memberId)}/pin/unlock`, { reason: '忘' }, key()),
    },
    'a photo': {
      route: 'PUT /api/v1/members/{id}/photo',
      run: (till, { memberId }) =>
        till.call('PUT', `${on(memberId)}/photo`, Buffer.from(PIXEL, 'base64'), {
          headers: { 'content-type': 'image/png' },
        }),
    },
    'no photo': {
      route: 'DELETE /api/v1/members/{id}/photo',
      run: (till, { memberId }) => till.delete(`${on(memberId)}/photo`),
    },
    'a note of a talk': {
      route: 'POST /api/v1/members/{id}/contacts',
      run: (till, { memberId }) =>
        till.post(`${on(memberId)}/contacts`, { channel: 'phone', body: '问候' }, key()),
    },
    'a talk followed up': {
      route: 'POST /api/v1/members/{id}/contacts/{contactId}/followed-up',
      prepare: async (till, saver) => {
        const noted = await till.post(
          `${on(saver.memberId)}/contacts`,
          { channel: 'phone', body: '问候', followUpOn: '2099-01-01' },
          key(),
        );
        saver.contactId = noted.body.id;
      },
      run: (till, { memberId, contactId }) =>
        till.post(`${on(memberId)}/contacts/${contactId}/followed-up`, {}, key()),
    },
    'a tag': {
      route: 'POST /api/v1/members/tags',
      run: (till, { memberId, other }) =>
        till.post(
          '/api/v1/members/tags',
          { memberIds: [memberId, other.memberId], add: [tagId], remove: [] },
          key(),
        ),
    },
    'a cart opened': {
      route: 'PUT /api/v1/desk/open-sale',
      run: (till, { memberId }) => till.put('/api/v1/desk/open-sale', { memberId }),
    },
    'a cart left': {
      route: 'DELETE /api/v1/desk/open-sale',
      run: (till) => till.delete('/api/v1/desk/open-sale'),
    },
  };
}

async function aTag({ db }: TestApp): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    "INSERT INTO tag (name, color) VALUES ('常客', 'blue') RETURNING id",
  );
  return id;
}
