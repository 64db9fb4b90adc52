import { createHash } from 'node:crypto';
import { type Actor, Audit, Db } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberPhoto } from './member-record.entity.js';
import { MemberError } from './member.errors.js';
import { MembersService } from './members.service.js';
import { photoAddress } from './member.rules.js';
import { encodedPhoto } from './photo-encoder.js';
import { MAX_PHOTO_BYTES } from './photo.rules.js';

export interface StoredPhoto {
  contentType: string;
  bytes: Buffer;
  tag: string;
}

/** A member's photo: bytes in the database, known by what they are and never by a name. */
@Injectable()
export class MemberPhotosService {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly audit: Audit,
  ) {}

  /** Errors: member.not_found, request.not_found where there is no photo. */
  async find(id: number): Promise<StoredPhoto> {
    const member = await this.members.resolve(this.db, id);
    const photo = await this.db.maybe<StoredPhoto>(
      'SELECT p.content_type AS "contentType", p.bytes, m.photo_tag AS tag FROM member_photo p JOIN member m ON m.id = p.member_id WHERE p.member_id = $1',
      [member.id],
    );
    if (!photo) throw MemberError.photoNotFound();
    return photo;
  }

  /** Errors: member.not_found, member.merged, member.photo_too_large, member.photo_not_a_picture, member.photo_too_many_pixels. */
  async replace(actor: Actor, id: number, sent: Buffer): Promise<{ photo: string | null }> {
    if (sent.length > MAX_PHOTO_BYTES)
      throw MemberError.photoTooLarge({ maxBytes: MAX_PHOTO_BYTES });
    const { type, bytes } = await encodedPhoto(sent);
    const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
    return this.db.write(async (tx) => {
      await this.members.lock(tx, id);
      const photo = { memberId: id, contentType: type, bytes, uploadedBy: actor.staffId };
      const row = { ...photo, uploadedAt: () => 'now()' };
      await tx.manager.upsert(MemberPhoto, row, ['memberId']);
      await tx.query('UPDATE member SET photo_tag = $2, updated_at = now() WHERE id = $1', [
        id,
        tag,
      ]);
      await this.audit.record(tx, actor, {
        action: 'member.photo',
        subjectKind: 'member',
        subjectId: id,
        after: { bytes: bytes.length },
      });
      return { photo: photoAddress(id, tag) };
    });
  }

  /** Errors: member.not_found, member.merged. */
  remove(actor: Actor, id: number): Promise<{ photo: string | null }> {
    return this.db.write(async (tx) => {
      await this.members.lock(tx, id);
      await tx.manager.delete(MemberPhoto, id);
      await tx.query('UPDATE member SET photo_tag = NULL, updated_at = now() WHERE id = $1', [id]);
      await this.audit.record(tx, actor, {
        action: 'member.photo',
        subjectKind: 'member',
        subjectId: id,
        after: { removed: true },
      });
      return { photo: null };
    });
  }
}
