import { testApp } from '#workshop/testing';
import { aMember } from './members.fixtures.js';

const { as, browser, db } = await testApp({ books: 'once' });
const cashier = as('cashier');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** A small file whose head says that it is large. */
function aPngOf(width: number, height: number): Buffer {
  const png = Buffer.from(PNG);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}
const shown = async (id: number) => (await cashier.get(`/api/v1/members/${id}`)).body;

describe('the photo', () => {
  const put = (id: number, body: Buffer, type = 'image/png') =>
    cashier.put(`/api/v1/members/${id}/photo`, body, { headers: { 'content-type': type } });

  it('is served with its type to whoever may see members, and is asked for again each time', async () => {
    const { memberId } = await aMember(db, { name: '有照片' });
    // What it is counts, not what it is called.
    const { photo } = (await put(memberId, PNG, 'image/jpeg')).body;
    expect(photo).toMatch(/^\/api\/v1\/members\/\d+\/photo\?v=[\w-]{16}$/);
    const answer = await cashier.get(photo);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    });
    const again = await cashier.get(photo, {
      headers: { 'if-none-match': String(answer.headers.etag) },
    });
    expect(again.status).toBe(304);
    expect((await shown(memberId)).photo).toBe(photo);
    const found = await cashier.get('/api/v1/members/lookup?q=有照片');
    expect(found.body.members).toMatchObject([{ photo }]);
    await cashier.delete(`/api/v1/members/${memberId}/photo`);
    expect((await shown(memberId)).photo).toBeNull();
    expect((await cashier.get(photo)).status).toBe(404);
  });

  it.each([
    [
      'a drawing with scripts',
      Buffer.from('<svg onload="alert(1)"/>'),
      'image/png',
      422,
      'member.photo_not_a_picture',
    ],
    ['nothing', Buffer.alloc(0), 'image/png', 422, 'member.photo_not_a_picture'],
    [
      'a type that is no picture',
      PNG,
      'application/x-msdownload',
      415,
      'request.unsupported_media',
    ],
    [
      'what only begins like a picture',
      Buffer.concat([PNG.subarray(0, 33), Buffer.from('<script>')]),
      'image/png',
      422,
      'member.photo_not_a_picture',
    ],
    ['900 megapixels', aPngOf(30_000, 30_000), 'image/png', 422, 'member.photo_too_many_pixels'],
    ['half a picture', PNG.subarray(0, 45), 'image/png', 422, 'member.photo_not_a_picture'],
    [
      'more than 2 MB',
      Buffer.concat([PNG, Buffer.alloc(2_097_152)]),
      'image/png',
      413,
      'request.too_large',
    ],
  ])('refuses %s', async (_, body, type, status, code) => {
    const { memberId } = await aMember(db);
    expect(await put(memberId, body, type)).toMatchObject({ status, body: { code } });
  });

  it('is decoded and encoded anew: what else was in the file is gone', async () => {
    const { memberId } = await aMember(db);
    const hidden = Buffer.concat([PNG, Buffer.from('<script>alert(1)</script>')]);
    expect((await put(memberId, hidden)).status).toBe(200);
    const kept = await db.one<{ bytes: Buffer }>(
      'SELECT bytes FROM member_photo WHERE member_id = $1',
      [memberId],
    );
    expect(kept.bytes.includes('script')).toBe(false);
    expect(kept.bytes.subarray(8, 12).toString()).toBe('WEBP');
  });

  it('ends with the right to see members', async () => {
    const { memberId } = await aMember(db);
    const { photo } = (await put(memberId, PNG)).body;
    const { etag } = (await cashier.get(photo)).headers;
    const again = () => cashier.get(photo, { headers: { 'if-none-match': String(etag) } });
    expect((await again()).status).toBe(304);
    await db.query(
      "UPDATE role SET permissions = array_remove(permissions, 'member.read') WHERE code = 'cashier'",
    );
    expect((await again()).status).toBe(403);
    await db.query(
      "UPDATE role SET permissions = permissions || '{member.read}' WHERE code = 'cashier'",
    );
  });

  it("is nobody's without signing in", async () => {
    const { memberId } = await aMember(db);
    await put(memberId, PNG);
    expect((await browser().get(`/api/v1/members/${memberId}/photo`)).status).toBe(401);
  });
});
