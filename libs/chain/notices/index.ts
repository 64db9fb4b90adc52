// What a message after an act declares. Below whoever acts and whoever sends: neither knows the other by name.
export {
  type Composed,
  declaredNotices,
  defineNotice,
  MESSAGE_KINDS,
  messageKinds,
  type Notice,
  notices,
  type Told,
} from './notice.js';
export {
  actorWords,
  balance,
  balanceAfter,
  day,
  NOT_YOU,
  type Place,
  signed,
  tail,
  there,
} from './notice-text.js';
