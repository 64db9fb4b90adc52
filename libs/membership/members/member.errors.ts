import { atField, defineErrors, mapConstraint } from '#kernel';

export const MemberError = defineErrors('member', {
  notFound: { status: 404 },
  /** Another record of the same person took this one's place. */
  merged: { status: 409, params: ['intoMemberId'] },
  /** The member asked to be forgotten: what is left of the record belongs to the books. */
  erased: { status: 409 },
  nameMissing: { status: 422 },
  referrerUnknown: { status: 422 },
  tagUnknown: { status: 422 },
  tagNotFound: { status: 404 },
  tagNameTaken: { status: 409 },
  fieldNotFound: { status: 404 },
  fieldCodeTaken: { status: 409 },
  fieldLabelTaken: { status: 409 },
  fieldChoicesMissing: { status: 422 },
  fieldChoicesDoubled: { status: 422 },
  photoNotFound: { status: 404 },
  photoTooLarge: { status: 413, params: ['maxBytes'] },
  photoNotAPicture: { status: 422 },
  photoTooManyPixels: { status: 422, params: ['maxMegapixels'] },
  contactNotFound: { status: 404 },
  followUpMissing: { status: 409 },
  notRegistered: { status: 409 },
  /** The number was sealed with another key. */
  numberUnreadable: { status: 409 },
  numberImpossible: { status: 422 },
  birthdayImpossible: { status: 422 },
  /** Born after the day of joining: mostly a date that was typed without its year. */
  birthdayAfterJoining: { status: 422 },
  phoneTaken: { status: 409 },
  tooManyLookups: { status: 429, params: ['retryAfterSeconds'] },
  /** An act on many members that names nobody. */
  nobodyChosen: { status: 422 },
  tooManyChosen: { status: 422, params: ['limit'] },
  pinRequired: { status: 422 },
  pinTooWeak: { status: 422 },
  /** The member has a PIN: setting a first one is not a change of it. */
  pinAlreadySet: { status: 409 },
  pinNotSet: { status: 409 },
  wrongPin: { status: 422, params: ['attemptsLeft'] },
  pinLocked: { status: 409, params: ['until'] },
  /** One person, or one till, was wrong with the PINs of several members. */
  tooManyWrongPins: { status: 429, params: ['retryAfterSeconds', 'until'] },
  /** The act needs the member's PIN or a document that was seen. */
  identityMissing: { status: 422 },
  /** Nobody acts on, approves for, or gives to their own record. */
  ownRecord: { status: 403 },
  staffUnknown: { status: 422 },
  /** Somebody of the staff is one member. */
  staffTaken: { status: 409 },
  /** Not the kind of document, or not its last four, that the member is registered with. */
  wrongDocument: { status: 422, params: ['documentKind'] },
});

mapConstraint('member_phone_key', () => MemberError.phoneTaken());
mapConstraint('own_record', () => MemberError.ownRecord());
mapConstraint('staff_member_pkey', () => MemberError.staffTaken());
mapConstraint('tag_name_key', () => atField('name', MemberError.tagNameTaken()));
mapConstraint('member_field_code_key', () => MemberError.fieldCodeTaken());
// An act that had read the member before it was merged, and came to its accounts afterwards.
mapConstraint('account_closed', () => MemberError.merged({ intoMemberId: null }));
