import {
  type Actor,
  assertCan,
  assertVersion,
  Audit,
  Db,
  DomainError,
  maskPhone,
  Outbox,
  Overtaken,
  type Sql,
  type Tx,
  inBody,
} from '#kernel';
import { LevelsService } from '#membership/levels';
import { Injectable } from '@nestjs/common';
import { type ConsentAnswer, newAnswers } from './consent.rules.js';
import { BLANK, changesOnly, columnsOf, inRecords } from './member-columns.rules.js';
import type {
  EditedMemberView,
  EditMemberInput,
  MemberPhoneView,
  RegisterMemberInput,
} from './member.dto.js';
import { MemberError } from './member.errors.js';
import { MemberPermission } from './member.permissions.js';
import { MemberFieldsRepository } from './member-fields.repository.js';
import { checkedFields, type FieldValues } from './member-field.rules.js';
import { MemberRecordRepository } from './member-record.repository.js';
import { memberKeys } from './member-search.rules.js';
import { MembersRepository, type MemberRecord } from './members.repository.js';
import { hashPin, PinsService } from './pins.service.js';

/** The acts that change what a form about a member holds. */
const EDITING = ['member.register', 'member.edit', 'member.merge'];

@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly repository: MembersRepository,
    private readonly records: MemberRecordRepository,
    private readonly fields: MemberFieldsRepository,
    private readonly levels: LevelsService,
    private readonly pins: PinsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** A live member, for an act. Errors: member.not_found, member.merged, member.erased. */
  async get(sql: Sql, id: number): Promise<MemberRecord> {
    const member = await this.repository.find(sql, id);
    if (!member) throw await this.errorOfMissing(sql, id);
    return member;
  }

  /** Whom an id stands for now: a merged member's leads to the survivor. For reading. Errors: member.not_found, member.erased. */
  async resolve(sql: Sql, id: number): Promise<MemberRecord> {
    const member = await this.repository.find(sql, id);
    if (member) return member;
    const gone = await this.repository.whereabouts(sql, id);
    return this.get(sql, gone?.intoMemberId ?? id);
  }

  /** A live member whom nobody else can change or merge until the transaction ends. Errors: member.not_found, member.merged, member.erased. */
  async lock(tx: Tx, id: number): Promise<MemberRecord> {
    const member = await this.repository.lock(tx, id);
    if (!member) throw await this.errorOfMissing(tx, id);
    return member;
  }

  /** Several live members at once: whoever needs two locks them together. The rest as `lock`. */
  async lockTogether(tx: Tx, ids: readonly number[]): Promise<MemberRecord[]> {
    await this.repository.lockAll(tx, ids);
    const members: MemberRecord[] = [];
    for (const id of ids) members.push(await this.get(tx, id));
    return members;
  }

  /** Before an entry is undone: those whose accounts it moved, whatever became of them, and whom they were merged into. */
  async lockForUndoing(tx: Tx, entryId: number): Promise<void> {
    const ids = await this.repository.movedBy(tx, entryId);
    const all = [...new Set([...ids, ...(await this.repository.survivorsOf(tx, ids))])];
    await this.repository.lockAll(tx, all);
    const now = await this.repository.survivorsOf(tx, all);
    if (now.some((id) => !all.includes(id))) throw new Overtaken('merged meanwhile');
  }

  /**
   * Writes a new member with its wallet, for the act of joining.
   * Errors: member.name_missing, member.phone_taken, member.birthday_impossible, member.birthday_after_joining, member.pin_too_weak,
   * member.tag_unknown, member.referrer_unknown, request.invalid (custom fields), access.forbidden (another level than the lowest).
   */
  async register(
    tx: Tx,
    actor: Actor,
    input: RegisterMemberInput,
    joined: { storeId: number; businessDate: string; source?: string },
  ): Promise<{ memberId: number; walletId: number; levelId: number }> {
    const columns = {
      ...columnsOf(input, { ...BLANK, joinedOn: joined.businessDate }),
      custom: await this.ownFields(tx, input.custom ?? {}, {}, { whole: true }),
      referrerId: await this.referrerOf(tx, input.referrerId ?? null, null),
    };
    const level = await inBody('levelId', this.levels.forNewMember(tx, input.levelId ?? undefined));
    // A level is a discount: giving one is the same act here as later.
    const lowest = await this.levels.forNewMember(tx);
    if (level.id !== lowest.id) assertCan(actor, MemberPermission.setLevel);
    const pinHash = input.pin ? await hashPin(input.pin) : null;
    const tagIds = await this.knownTags(tx, input.tagIds ?? []);
    const answers = newAnswers(new Map(), answersIn(input));
    const source = joined.source ?? sourceOf(actor);
    const ids = await this.repository.insert(
      tx,
      {
        ...columns,
        levelId: level.id,
        homeStoreId: joined.storeId,
        joinedOn: joined.businessDate,
        joinedBy: actor.staffId,
        pinHash,
      },
      memberKeys(columns),
      { answers, source, tagIds },
    );
    await this.audit.record(tx, actor, {
      action: 'member.register',
      subjectKind: 'member',
      subjectId: ids.memberId,
      after: {
        ...changesOnly(BLANK, inRecords(columns)).after,
        levelId: level.id,
        hasPin: pinHash !== null,
      },
    });
    return { ...ids, levelId: level.id };
  }

  /** Errors: member.pin_too_weak, member.pin_already_set. */
  setFirstPin(tx: Tx, id: number, pin: string, storeId: number): Promise<void> {
    return this.pins.setFirst(tx, id, pin, storeId);
  }

  /**
   * Changes what was sent of a member's record.
   * Errors: member.not_found, member.merged, member.erased, record.changed, member.name_missing, member.phone_taken,
   * member.birthday_impossible, member.birthday_after_joining, member.tag_unknown, member.referrer_unknown, request.invalid (custom fields).
   */
  edit(actor: Actor, id: number, input: EditMemberInput): Promise<EditedMemberView> {
    return this.db.write(async (tx) => {
      const before = await this.lock(tx, id);
      if (before.version !== input.version) {
        const { version } = before;
        const now = await this.standing(tx, before);
        const record = { subjectKind: 'member', subjectId: id, version, now };
        await assertVersion(tx, input.version, { ...record, actions: EDITING });
      }
      const { custom, referrerId } = input;
      const after = {
        ...columnsOf(input, before),
        custom: custom
          ? await this.ownFields(tx, custom, before.custom, { whole: false })
          : before.custom,
        referrerId:
          referrerId === undefined || referrerId === before.referrerId
            ? before.referrerId
            : await this.referrerOf(tx, referrerId, id),
      };
      const version = await this.repository.update(tx, id, after, memberKeys(after));
      if (before.phone && before.phone !== after.phone)
        await this.tellOldPhone(tx, actor, id, before.phone);
      const standing = await this.records.answers(tx, id);
      const answers = newAnswers(standing, answersIn(input));
      const by = { source: sourceOf(actor), staffId: actor.staffId };
      await this.records.recordConsents(tx, id, answers, by);
      const tags = input.tagIds ? await this.changeTags(tx, actor, id, input.tagIds) : null;
      const changed = changesOnly(inRecords(columnsOf({}, before)), inRecords(after));
      const consents = Object.fromEntries(
        answers.map(({ channel, granted }) => [channel, granted]),
      );
      await this.audit.record(tx, actor, {
        action: 'member.edit',
        subjectKind: 'member',
        subjectId: id,
        before: { ...changed.before, ...(tags ? { tags: tags.before } : {}) },
        after: { ...changed.after, ...consents, ...(tags ? { tags: tags.after } : {}) },
      });
      return { id, version };
    });
  }

  /** Whoever had the number hears that messages go elsewhere now: the record no longer knows it. */
  private async tellOldPhone(tx: Tx, actor: Actor, memberId: number, phone: string): Promise<void> {
    const storeId = actor.till?.storeId ?? actor.homeStoreId;
    await this.outbox.add(tx, {
      topic: 'member.phone_changed',
      payload: { memberId, storeId, phone },
    });
  }

  /** The full phone number; that it was looked at is recorded. Errors: member.not_found. */
  showPhone(actor: Actor, id: number): Promise<MemberPhoneView> {
    return this.db.write(async (tx) => {
      const { phone } = await this.get(tx, id);
      await this.audit.record(tx, actor, {
        action: 'member.show_phone',
        subjectKind: 'member',
        subjectId: id,
      });
      return { phone };
    });
  }

  /** What to tell who names a member that is not there, or no more: member.not_found, member.merged, member.erased. */
  async errorOfMissing(sql: Sql, id: number): Promise<DomainError> {
    const gone = await this.repository.whereabouts(sql, id);
    if (gone?.status === 'merged') return MemberError.merged({ intoMemberId: gone.intoMemberId });
    return gone?.status === 'erased' ? MemberError.erased() : MemberError.notFound();
  }

  /** What a form about the member holds, as the record's view has it. */
  private async standing(tx: Tx, member: MemberRecord): Promise<object> {
    const { kind, name, nickname, phone, gender, note, preferences, custom, referrerId } = member;
    const { birthdayCalendar: calendar, birthYear: year, birthMonth: month } = member;
    const { birthDay: day, birthLeapMonth: leapMonth, birthdayPreference } = member;
    const birthday = calendar && month && day ? { calendar, year, month, day, leapMonth } : null;
    const consents = await this.records.consents(tx, member.id);
    const tags = await this.records.tagsOf(tx, member.id);
    return {
      ...{ kind, name, nickname, phoneMasked: maskPhone(phone), gender, note, preferences },
      ...{ custom, referrerId, birthday, birthdayPreference, consents, tags },
    };
  }

  private async ownFields(
    tx: Tx,
    given: Record<string, unknown>,
    before: FieldValues,
    how: { whole: boolean },
  ): Promise<FieldValues> {
    const specs = await this.fields.all(tx);
    const { values, refusals } = checkedFields(specs, given, before, how);
    if (refusals.length === 0) return values;
    const problems = refusals.map(({ code, rule }) => ({
      field: `custom.${code}`,
      code: `field.custom_${rule}`,
    }));
    throw new DomainError('request.invalid', 422, {}, problems);
  }

  private async referrerOf(
    tx: Tx,
    referrerId: number | null,
    memberId: number | null,
  ): Promise<number | null> {
    if (referrerId === null) return null;
    const referrer = await this.records.referrer(tx, referrerId);
    if (!referrer || referrer.id === memberId) throw MemberError.referrerUnknown();
    return referrer.id;
  }

  private async knownTags(tx: Tx, ids: readonly number[]): Promise<number[]> {
    const wanted = [...new Set(ids)];
    if (wanted.length === 0) return [];
    const known = await this.records.knownTags(tx, wanted);
    if (known.length < wanted.length) throw MemberError.tagUnknown();
    return wanted;
  }

  private async changeTags(tx: Tx, actor: Actor, id: number, tagIds: readonly number[]) {
    const wanted = await this.knownTags(tx, tagIds);
    const names = async () => (await this.records.tagsOf(tx, id)).map(({ name }) => name);
    const before = await names();
    await this.records.replaceTags(tx, id, wanted, actor.staffId);
    const after = await names();
    return before.join() === after.join() ? null : { before, after };
  }
}

const sourceOf = (actor: Actor): string => (actor.till ? 'desk' : 'office');

// The two switches of a form, and the list of all channels.
function answersIn(input: {
  smsService?: boolean;
  smsMarketing?: boolean;
  consents?: readonly ConsentAnswer[];
}): ConsentAnswer[] {
  const { smsService, smsMarketing, consents = [] } = input;
  return [
    ...(smsService == null ? [] : [{ channel: 'sms_service' as const, granted: smsService }]),
    ...(smsMarketing == null ? [] : [{ channel: 'sms_marketing' as const, granted: smsMarketing }]),
    ...consents,
  ];
}
