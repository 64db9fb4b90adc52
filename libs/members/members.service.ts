import { type Actor, Audit, Db, maskPhone, type Sql, type Tx } from '#kernel';
import { LevelsService } from '#levels';
import { Injectable } from '@nestjs/common';
import type {
  BirthdayInput,
  EditedMemberView,
  EditMemberInput,
  MemberPhoneView,
  RegisterMemberInput,
} from './member.dto.js';
import { MemberError } from './member.errors.js';
import { isPossibleBirthday } from './member.rules.js';
import { memberKeys, normalPhone } from './member-search.rules.js';
import { MembersRepository, type MemberColumns, type MemberRecord } from './members.repository.js';
import { hashPin, PinsService } from './pins.service.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly repository: MembersRepository,
    private readonly levels: LevelsService,
    private readonly pins: PinsService,
    private readonly audit: Audit,
  ) {}

  /** A live member. Errors: member.not_found. */
  async get(sql: Sql, id: number): Promise<MemberRecord> {
    const member = await this.repository.find(sql, id);
    if (!member) throw MemberError.notFound();
    return member;
  }

  /**
   * Writes a new member with its wallet, for the act of joining.
   * Errors: member.name_missing, member.phone_taken, member.birthday_impossible, member.pin_too_weak, level.not_found.
   */
  async register(
    tx: Tx,
    actor: Actor,
    input: RegisterMemberInput,
    joined: { storeId: number; businessDate: string },
  ): Promise<{ memberId: number; walletId: number; levelId: number }> {
    const columns = columnsOf(input, BLANK);
    const level = await this.levels.forNewMember(tx, input.levelId ?? undefined);
    const pinHash = input.pin ? await hashPin(input.pin) : null;
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
      input.smsMarketing,
    );
    await this.audit.record(tx, actor, {
      action: 'member.register',
      subjectKind: 'member',
      subjectId: ids.memberId,
      after: { ...inRecords(columns), levelId: level.id, hasPin: pinHash !== null },
    });
    return { ...ids, levelId: level.id };
  }

  /** Errors: member.pin_too_weak, member.pin_already_set. */
  setFirstPin(tx: Tx, id: number, pin: string): Promise<void> {
    return this.pins.setFirst(tx, id, pin);
  }

  /**
   * Changes what was sent of a member's record.
   * Errors: member.not_found, member.changed_meanwhile, member.name_missing, member.phone_taken, member.birthday_impossible.
   */
  edit(actor: Actor, id: number, input: EditMemberInput): Promise<EditedMemberView> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw MemberError.notFound();
      if (before.version !== input.version) throw MemberError.changedMeanwhile();
      const after = columnsOf(input, before);
      const version = await this.repository.update(tx, id, after, memberKeys(after));
      const { smsService = before.smsService, smsMarketing = before.smsMarketing } = input;
      if (smsService !== before.smsService) {
        await this.repository.recordConsent(tx, id, 'sms_service', smsService);
      }
      if (smsMarketing !== before.smsMarketing) {
        await this.repository.recordConsent(tx, id, 'sms_marketing', smsMarketing);
      }
      await this.audit.record(tx, actor, {
        action: 'member.edit',
        subjectKind: 'member',
        subjectId: id,
        before: {
          ...inRecords(columnsOf({}, before)),
          smsService: before.smsService,
          smsMarketing: before.smsMarketing,
        },
        after: { ...inRecords(after), smsService, smsMarketing },
      });
      return { id, version };
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
}

const BLANK: MemberColumns = {
  name: null,
  nickname: null,
  phone: null,
  gender: 'unknown',
  birthdayCalendar: null,
  birthYear: null,
  birthMonth: null,
  birthDay: null,
  birthLeapMonth: false,
  note: null,
};

// What was sent over what is there: undefined keeps, null clears.
function columnsOf(
  input: Omit<RegisterMemberInput, 'levelId' | 'pin'>,
  before: MemberColumns,
): MemberColumns {
  const { name = before.name, nickname = before.nickname, note = before.note } = input;
  if (!name && !nickname) throw MemberError.nameMissing();
  return {
    name,
    nickname,
    phone:
      input.phone === undefined
        ? before.phone
        : input.phone === null
          ? null
          : normalPhone(input.phone),
    gender: input.gender ?? before.gender,
    ...birthdayColumns(input.birthday, before),
    note,
  };
}

function birthdayColumns(birthday: BirthdayInput | null | undefined, before: MemberColumns) {
  if (birthday === undefined) {
    const { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth } = before;
    return { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth };
  }
  if (birthday === null) {
    const { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth } = BLANK;
    return { birthdayCalendar, birthYear, birthMonth, birthDay, birthLeapMonth };
  }
  const { calendar, year = null, month, day, leapMonth = false } = birthday;
  if (!isPossibleBirthday({ calendar, year, month, day, leapMonth })) {
    throw MemberError.birthdayImpossible();
  }
  return {
    birthdayCalendar: calendar,
    birthYear: year,
    birthMonth: month,
    birthDay: day,
    birthLeapMonth: leapMonth,
  };
}

// Audit rows are read by many: phones stand there masked.
function inRecords(columns: MemberColumns): object {
  return { ...columns, phone: maskPhone(columns.phone) };
}
