import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  Db,
  IdempotencyKey,
  Requires,
  RequiresAny,
  FindsPeople,
  TakesBodyOf,
} from '#kernel';
import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContactInput, ContactRef, ContactView } from './member-contact.dto.js';
import { MemberContactsService } from './member-contacts.service.js';
import { MemberRef } from './member.dto.js';
import { MemberError } from './member.errors.js';
import { MemberIdentitiesService } from './member-identities.service.js';
import {
  IdentityNumberView,
  MemberIdentityView,
  RegisteredIdentityView,
  RegisterIdentityInput,
} from './member-identity.dto.js';
import { Duplicates } from './duplicates.service.js';
import { MemberPermission } from './member.permissions.js';
import { MemberPhotosService } from './member-photos.service.js';
import {
  ConsentRow,
  DuplicatesQuery,
  DuplicateView,
  PhotoQuery,
  PhotoView,
} from './member-record.dto.js';
import { MemberRecordRepository } from './member-record.repository.js';
import { MarkStaffInput, StaffMarkView } from './member-staff.dto.js';
import { MemberStaffService } from './member-staff.service.js';
import { SetupRef } from './member-setup.dto.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { PHOTO_TYPES } from './photo.rules.js';

@ApiTags('members')
@Controller('members')
export class MemberRecordController {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly alike: Duplicates,
    private readonly repository: MembersRepository,
    private readonly records: MemberRecordRepository,
    private readonly photos: MemberPhotosService,
    private readonly contacts: MemberContactsService,
    private readonly identities: MemberIdentitiesService,
    private readonly staff: MemberStaffService,
  ) {}

  /** Who may be the same person as somebody that is being written down. */
  @Get('duplicates')
  @FindsPeople()
  @RequiresAny(MemberPermission.register, MemberPermission.edit)
  @ApiOkResponse({ type: [DuplicateView] })
  duplicates(@Query() query: DuplicatesQuery): Promise<DuplicateView[]> {
    return this.alike.like(query);
  }

  /** The photo. Its address changes with it, so it may be kept. Errors: member.not_found, member.photo_not_found. */
  @Get(':id/photo')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ content: Object.fromEntries(PHOTO_TYPES.map((type) => [type, {}])) })
  async photo(
    @Param() { id }: MemberRef,
    @Query() _query: PhotoQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { bytes, contentType, tag } = await this.photos.find(id);
    const etag = `"${tag}"`;
    void reply
      .header('Cache-Control', 'private, no-cache')
      .header('ETag', etag)
      .header('Content-Disposition', 'inline');
    if (request.headers['if-none-match'] === etag) void reply.status(304).send();
    else void reply.header('Content-Type', contentType).send(bytes);
  }

  /** A new photo, as bytes. Errors: member.not_found, member.merged, member.photo_too_large, member.photo_not_a_picture. */
  @Put(':id/photo')
  @Requires(MemberPermission.edit)
  @TakesBodyOf(...PHOTO_TYPES)
  @ApiConsumes(...PHOTO_TYPES)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: PhotoView })
  replacePhoto(
    @Param() { id }: MemberRef,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PhotoView> {
    if (!Buffer.isBuffer(request.body)) throw MemberError.photoNotAPicture();
    return this.photos.replace(actor, id, request.body);
  }

  /** Errors: member.not_found, member.merged. */
  @Delete(':id/photo')
  @Requires(MemberPermission.edit)
  @ApiOkResponse({ type: PhotoView })
  removePhoto(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<PhotoView> {
    return this.photos.remove(actor, id);
  }

  /**
   * Says which of the staff this member is. Errors: member.not_found, member.merged, member.erased, member.staff_unknown,
   * member.staff_taken, member.own_record, record.changed.
   */
  @Put(':id/staff')
  @Requires(MemberPermission.markStaff)
  @ApiOkResponse({ type: StaffMarkView })
  markStaff(
    @Param() { id }: MemberRef,
    @Body() input: MarkStaffInput,
    @CurrentActor() actor: Actor,
  ): Promise<StaffMarkView> {
    return this.staff.mark(actor, id, input);
  }

  /** Every answer about consent, the newest first. Errors: member.not_found. */
  @Get(':id/consents')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [ConsentRow] })
  consents(@Param() { id }: MemberRef): Promise<ConsentRow[]> {
    return this.db.read(async (sql) => {
      const member = await this.members.resolve(sql, id);
      return this.records.consentHistory(sql, await this.repository.idsOf(sql, member.id));
    });
  }

  /** What was spoken about, open follow-ups first. Errors: member.not_found. */
  @Get(':id/contacts')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [ContactView] })
  contactsOf(@Param() { id }: MemberRef): Promise<ContactView[]> {
    return this.contacts.list(id);
  }

  /** Errors: member.not_found, member.merged, member.erased. */
  @Post(':id/contacts')
  @Requires(MemberPermission.edit)
  @ApiCreatedResponse({ type: SetupRef })
  addContact(
    @Param() { id }: MemberRef,
    @Body() input: ContactInput,
    @CurrentActor() actor: Actor,
  ): Promise<SetupRef> {
    return this.contacts.add(actor, id, input);
  }

  /** A follow-up is done. Errors: member.contact_not_found, member.follow_up_missing. */
  @Post(':id/contacts/:contactId/followed-up')
  @Requires(MemberPermission.edit)
  @ApiCreatedResponse({ type: SetupRef })
  followUp(
    @Param() { id, contactId }: ContactRef,
    @CurrentActor() actor: Actor,
  ): Promise<SetupRef> {
    return this.contacts.followUp(actor, id, contactId);
  }

  /** Whether the real name was seen; of the number the last four. Errors: member.not_found. */
  @Get(':id/identity')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: MemberIdentityView })
  identity(@Param() { id }: MemberRef): Promise<MemberIdentityView> {
    return this.identities.show(this.db, id);
  }

  /**
   * The document was seen. In place of another registration it needs the member's PIN, that other document, or a second
   * person. Errors: member.not_found, member.merged, member.erased, record.changed, member.number_impossible,
   * member.wrong_document, member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, member.pin_not_set, and those
   * of Approvals.assert.
   */
  @Put(':id/identity')
  @Requires(MemberPermission.registerIdentity)
  @ApiOkResponse({ type: RegisteredIdentityView })
  registerIdentity(
    @Param() { id }: MemberRef,
    @Body() input: RegisterIdentityInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RegisteredIdentityView>> {
    return this.identities.register(actor, id, input, key);
  }

  /** The whole number; looking is recorded. Errors: member.not_found, member.not_registered, member.number_unreadable. */
  @Get(':id/identity/number')
  @Requires(MemberPermission.identity)
  @ApiOkResponse({ type: IdentityNumberView })
  identityNumber(
    @Param() { id }: MemberRef,
    @CurrentActor() actor: Actor,
  ): Promise<IdentityNumberView> {
    return this.identities.showNumber(actor, id);
  }
}
