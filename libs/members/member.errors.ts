import { defineErrors, mapConstraint } from '#kernel';

export const MemberError = defineErrors('member', {
  notFound: { status: 404 },
  nameMissing: { status: 422 },
  birthdayImpossible: { status: 422 },
  phoneTaken: { status: 409 },
  /** The record was changed by somebody else meanwhile. */
  changedMeanwhile: { status: 409 },
  tooManyLookups: { status: 429, params: ['retryAfterSeconds'] },
  pinRequired: { status: 422 },
  pinTooWeak: { status: 422 },
  /** The member has a PIN: setting a first one is not a change of it. */
  pinAlreadySet: { status: 409 },
  pinNotSet: { status: 409 },
  wrongPin: { status: 422, params: ['attemptsLeft'] },
  pinLocked: { status: 409, params: ['until'] },
});

mapConstraint('member_phone_key', () => MemberError.phoneTaken());
