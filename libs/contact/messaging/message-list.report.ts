import {
  choice,
  defineList,
  instant,
  oneOf,
  openPeriod,
  registerWords,
  sql,
  stores,
  text,
  whole,
  wholeNumber,
  words,
} from '#kernel/lists';
import codes from './words/messages.locale.js';
import { MESSAGE_SORTS, messageMatches, messageRows } from './message-list.query.js';
import { MessagePermission } from './message.permissions.js';
import { MESSAGE_KINDS } from '#chain/notices';
import { MESSAGE_STATUSES } from './message.rules.js';

const wordsOf = (group: 'statuses' | 'reasons') => ({
  'zh-CN': codes['zh-CN'].messages[group],
  en: codes.en.messages[group],
});
registerWords('messageStatus', wordsOf('statuses'));
registerWords('messageReason', wordsOf('reasons'));

/** What went out to members, and what became of it. */
export const messageList = defineList({
  id: 'message-list',
  route: '/messages',
  group: 'members',
  permission: MessagePermission.read,
  filters: {
    q: words('q'),
    period: openPeriod(),
    stores: stores(['storeId']),
    messageKind: oneOf('kind', MESSAGE_KINDS),
    messageStatus: oneOf('status', MESSAGE_STATUSES),
    campaign: wholeNumber('campaignId'),
  },
  columns: {
    at: instant(),
    memberName: text({ link: 'member', width: 12 }),
    phone: text({ pii: 'phone', width: 15 }),
    kind: choice('messageKind', { width: 16 }),
    campaignName: text(),
    body: text({ width: 60 }),
    segments: whole({ total: 'sum' }),
    status: choice('messageStatus'),
    reason: choice('messageReason', { width: 18 }),
    storeName: text(),
    driver: text({ width: 10 }),
    sentAt: instant(),
  },
  from: sql`message g`,
  key: sql`g.id`,
  sorts: MESSAGE_SORTS,
  order: '-at',
  sums: { segments: sql`g.segments` },
  matches: ({ messageKind, messageStatus, ...filter }, { storeIds }) =>
    messageMatches({ ...filter, kind: messageKind, status: messageStatus }, storeIds),
  rows: messageRows,
  inFile: (rows) => sql`SELECT r.*, o.timezone FROM (${rows}) r JOIN store o ON o.id = r."storeId"`,
});
