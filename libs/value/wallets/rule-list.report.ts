import {
  cents,
  choice,
  date,
  defineList,
  ids,
  oneOf,
  points,
  registerWords,
  sql,
  text,
  whole,
  words,
} from '#kernel/lists';
import { RULE_SORTS, ruleMatches, ruleRows } from './rule-list.query.js';
import { RULE_STATES } from './top-up-rule.dto.js';
import { TopUpRulePermission } from './wallet.permissions.js';
import codes from './words/rules.locale.js';

registerWords('ruleState', {
  'zh-CN': codes['zh-CN'].topUpRules.state,
  en: codes.en.topUpRules.state,
});

/** Rules of top-ups: what is paid, what it brings, to whom and when. Those that run stand first. */
export const ruleList = defineList({
  id: 'top-up-rule-list',
  route: '/top-up-rules',
  group: 'members',
  permission: TopUpRulePermission.read,
  filters: {
    q: words('q'),
    ruleState: oneOf('state', RULE_STATES),
    level: ids('levelId', 'level'),
    store: ids('storeId', 'store'),
  },
  columns: {
    name: text({ width: 20 }),
    state: choice('ruleState'),
    payCents: cents(),
    bonusCents: cents(),
    points: points(),
    grantsLevelName: text({ width: 10 }),
    levelName: text({ width: 10 }),
    storeName: text(),
    startsOn: date(),
    endsOn: date(),
    usedTimes: whole(),
    version: whole({ width: 8 }),
  },
  from: sql`top_up_rule r`,
  key: sql`r.id`,
  sorts: RULE_SORTS,
  small: true,
  order: '-state',
  tie: 'payCents',
  matches: ({ ruleState, ...filter }, scope) => ruleMatches({ ...filter, state: ruleState }, scope),
  rows: (ids, { today }) => ruleRows(ids, today),
  inFile: (rows) => sql`
    SELECT f.*, r.bonus_cents AS "bonusCents", r.points FROM (${rows}) f JOIN top_up_rule r ON r.id = f.id`,
});
