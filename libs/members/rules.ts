// What the browser shares about members: no Nest, no database.
export { LEVEL_CHANGE_SOURCES, type LevelChangeSource, levelMoves } from './level-change.rules.js';
export {
  type Birthday,
  type BirthdayCalendar,
  BIRTHDAY_CALENDARS,
  type Gender,
  GENDERS,
  isPossibleBirthday,
} from './member.rules.js';
export { isWeakPin, PIN_ATTEMPTS } from './pin.rules.js';
