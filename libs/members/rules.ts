// What the browser shares about members: no Nest, no database.
export {
  type Birthday,
  type BirthdayCalendar,
  BIRTHDAY_CALENDARS,
  type Gender,
  GENDERS,
  isPossibleBirthday,
} from './member.rules.js';
export { isWeakPin, PIN_ATTEMPTS } from './pin.rules.js';
