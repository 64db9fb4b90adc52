import { aTopUpRule } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { cardActs } from './card-acts.fixtures.js';
import type { Counter } from './counter.fixtures.js';
import { recordActs } from './record-acts.fixtures.js';
import { ALL, type MemberAct } from './saver.fixtures.js';
import { valueActs } from './value-acts.fixtures.js';

/** Every act on one member. A new route that is one joins one of these; `ELSEWHERE` names what touches no member's rows. */
export async function memberActs(counter: Counter): Promise<Record<string, MemberAct>> {
  const { db, org } = counter.api;
  const terms = { payCents: ALL, bonusCents: 10_00, points: 5, grantsLevelId: org.levelIds.silver };
  const raising = await aTopUpRule(db, terms);
  const topUp = { amountCents: ALL, tender: 'cash', ruleId: raising };
  return {
    ...valueActs(counter, topUp),
    ...cardActs(counter, topUp),
    ...(await recordActs(counter)),
  };
}
