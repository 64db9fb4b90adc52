import {
  Flag,
  Id,
  IdList,
  ListOf,
  Nested,
  OneOf,
  PersonName,
  Phone,
  Pin,
  Text,
  Version,
  Whole,
} from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { CONSENT_CHANNELS } from './consent.rules.js';
import { ConsentInput, OwnFields } from './member-record.dto.js';
import {
  BIRTHDAY_CALENDARS,
  BIRTHDAY_PREFERENCES,
  type BirthdayCalendar,
  type BirthdayPreference,
  type Gender,
  GENDERS,
  MEMBER_KINDS,
  type MemberKind,
} from './member.rules.js';

export class MemberRef {
  @Id() id!: number;
}

export class BirthdayInput {
  @OneOf(BIRTHDAY_CALENDARS) calendar!: BirthdayCalendar;
  @Whole({ min: 1900, max: 2100, optional: true }) year?: number | null;
  @Whole({ min: 1, max: 12 }) month!: number;
  @Whole({ min: 1, max: 31 }) day!: number;
  @Flag({ optional: true }) leapMonth?: boolean;
}

/** A new member: a name or a nickname is needed, the rest is optional. */
export class RegisterMemberInput {
  @OneOf(MEMBER_KINDS, { optional: true }) kind?: MemberKind;
  @PersonName({ max: 40, optional: true }) name?: string | null;
  @PersonName({ max: 40, optional: true }) nickname?: string | null;
  @Phone({ optional: true }) phone?: string | null;
  @OneOf(GENDERS, { optional: true }) gender?: Gender;
  @Nested(() => BirthdayInput, { optional: true }) birthday?: BirthdayInput | null;
  @Id({ optional: true }) levelId?: number | null;
  @Text({ max: 500, optional: true }) note?: string | null;
  @OneOf(BIRTHDAY_PREFERENCES, { optional: true }) birthdayPreference?: BirthdayPreference | null;
  @Text({ max: 500, optional: true }) preferences?: string | null;
  /** Values of the chain's custom fields by code; null clears one. */
  @OwnFields() custom?: Record<string, unknown>;
  @Id({ optional: true }) referrerId?: number | null;
  /** All of them: a tag that is not in the list is taken off. */
  @IdList({ optional: true, max: 30 }) tagIds?: number[];
  @ListOf(() => ConsentInput, { optional: true, max: CONSENT_CHANNELS.length })
  consents?: ConsentInput[];
  @Flag({ optional: true }) smsMarketing?: boolean;
  @Pin({ optional: true }) pin?: string | null;
}

/** What is left out stays; null clears. `version` is the one that was read. */
export class EditMemberInput {
  @OneOf(MEMBER_KINDS, { optional: true }) kind?: MemberKind;
  @PersonName({ max: 40, optional: true }) name?: string | null;
  @PersonName({ max: 40, optional: true }) nickname?: string | null;
  @Phone({ optional: true }) phone?: string | null;
  @OneOf(GENDERS, { optional: true }) gender?: Gender;
  @Nested(() => BirthdayInput, { optional: true }) birthday?: BirthdayInput | null;
  @Text({ max: 500, optional: true }) note?: string | null;
  @OneOf(BIRTHDAY_PREFERENCES, { optional: true }) birthdayPreference?: BirthdayPreference | null;
  @Text({ max: 500, optional: true }) preferences?: string | null;
  /** Values of the chain's custom fields by code; null clears one. */
  @OwnFields() custom?: Record<string, unknown>;
  @Id({ optional: true }) referrerId?: number | null;
  /** All of them: a tag that is not in the list is taken off. */
  @IdList({ optional: true, max: 30 }) tagIds?: number[];
  @ListOf(() => ConsentInput, { optional: true, max: CONSENT_CHANNELS.length })
  consents?: ConsentInput[];
  @Flag({ optional: true }) smsService?: boolean;
  @Flag({ optional: true }) smsMarketing?: boolean;
  @Version() version!: number;
}

export class EditedMemberView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class MemberPhoneView {
  @ApiProperty({ type: 'string', nullable: true }) phone!: string | null;
}

/** What tells people apart in a list. */
export class MemberCandidate {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) nickname!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty() levelName!: string;
  @ApiProperty({ type: 'integer' }) payRateBps!: number;
  @ApiProperty() homeStoreName!: string;
  /** When they last bought something. */
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) lastVisitOn!: string | null;
  /** Address of the photo. */
  @ApiProperty({ type: 'string', nullable: true }) photo!: string | null;
}
