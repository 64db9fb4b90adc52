import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import type { Counter } from './counter.fixtures.js';

/** Somebody with value, a card and papers that can be undone, and another person whom acts on both name. */
export interface Saver extends FixtureMember {
  topUpId: number;
  cardNo: string;
  other: FixtureMember;
  saleId?: number;
  payoutId?: number;
  contactId?: number;
  /** The other person's card on this wallet. */
  familyCardNo?: string;
}

/** One act on one member, as it is asked for over HTTP. */
export interface MemberAct {
  /** Method and path as in the API's description. */
  route: string;
  /** What must be there before. */
  prepare?: (till: TestBrowser, saver: Saver) => Promise<unknown>;
  run: (till: TestBrowser, saver: Saver) => Promise<TestAnswer>;
  /** Why it is refused to this member, after everything was locked; left out: it is done. */
  refusal?: string;
}

/** All that the saver has paid in. */
export const ALL = 100_00;
export const key = () => ({ key: randomUUID() });
/** Where the API keeps a member. */
export const on = (memberId: number) => `/api/v1/members/${memberId}`;

export async function aSaver({ api }: Counter): Promise<Saver> {
  const { db, org } = api;
  const member = await aMember(db);
  const { topUpId } = await toppedUp(db, member, {
    ...{ principalCents: ALL, points: 50, storeId: org.renminId },
  });
  const { cardNo } = await anActiveCard(db, member);
  return { ...member, topUpId, cardNo, other: await aMember(db) };
}
