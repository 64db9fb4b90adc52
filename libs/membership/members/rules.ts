// What the browser shares about members: no Nest, no database.
export { LEVEL_CHANGE_SOURCES, type LevelChangeSource, levelMoves } from './level-change.rules.js';
export {
  CONSENT_CHANNELS,
  type ConsentAnswer,
  type ConsentChannel,
  consentUnasked,
  mergedConsents,
  newAnswers,
} from './consent.rules.js';
export { remaining, type Standing, STANDING_KEYS } from './erasing.rules.js';
export { isPossibleNumber, tidyNumber } from './identity-number.rules.js';
export {
  checkedFields,
  FIELD_KINDS,
  MAX_FIELD_NUMBER,
  type FieldKind,
  type FieldSpec,
  type FieldValue,
  type FieldValues,
  ownValue,
} from './member-field.rules.js';
export {
  type Birthday,
  type BirthdayCalendar,
  BIRTHDAY_CALENDARS,
  BIRTHDAY_PREFERENCES,
  birthdayProblem,
  type BirthdayPreference,
  CONTACT_CHANNELS,
  type ContactChannel,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Gender,
  GENDERS,
  isPossibleBirthday,
  MEMBER_KINDS,
  type MemberKind,
  photoAddress,
  TAG_COLORS,
  type TagColor,
} from './member.rules.js';
export { isWeakPin, PIN_ATTEMPTS } from './pin.rules.js';
export { asksPin, type PinDay } from './pin-day.rules.js';
export { MAX_PHOTO_BYTES, PHOTO_TYPES, type PhotoType, photoTypeOf } from './photo.rules.js';
export {
  BIRTHDAY_WINDOWS,
  type BirthdayCondition,
  type CustomCondition,
  MAX_BIRTHDAY_DAYS,
  MAX_PICKED,
  type MembersCondition,
} from './condition.rules.js';
