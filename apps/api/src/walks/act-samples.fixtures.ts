import { randomUUID } from 'node:crypto';
import type { TestAnswer, TestBrowser } from '#workshop/testing';
import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import {
  aMember,
  FIXTURE_PIN,
  type FixtureMember,
} from '../../../../libs/membership/members/members.fixtures.js';
import { toppedUp } from '../../../../libs/value/wallets/wallets.fixtures.js';
import { campaignSamples } from './campaign-samples.fixtures.js';
import { cardSamples } from './card-samples.fixtures.js';
import { memberSamples } from './member-samples.fixtures.js';
import type { Place } from './place.fixtures.js';
import { valueSamples } from './value-samples.fixtures.js';

/** A request that is carried out when it is sent for the first time. */
export interface Sample {
  path: string;
  body?: object;
  /** Another request of the same route: under the same key it is refused. */
  changed: object | null;
}

export interface ActSample {
  /** Who does it: somebody of the store, or head office where only the chain may. */
  by: 'desk' | 'head';
  /** Everything it needs is made anew, so that it can be asked for any number of times. */
  ask(place: Place): Promise<Sample>;
  /** The method where it is not POST. */
  method?: 'PUT';
}

export const identity = { by: 'document', document: 'id_card', last4: '281X' } as const;

export async function aSaver(
  place: Place,
  cents = 500_00,
  more: Parameters<typeof aMember>[1] = {},
): Promise<FixtureMember & { topUpId: number; cardNo: string }> {
  const { db } = place.api;
  const member = await aMember(db, { storeId: place.storeId, pin: FIXTURE_PIN, ...more });
  const { topUpId } = await toppedUp(db, member, {
    principalCents: cents,
    bonusCents: cents / 10,
    points: 100,
    storeId: place.storeId,
  });
  const { cardNo } = await anActiveCard(db, { memberId: member.memberId, storeId: place.storeId });
  return { ...member, topUpId, cardNo };
}

export const send = (
  browser: TestBrowser,
  method: 'POST' | 'PUT',
  { path, body }: Sample,
  key: string = randomUUID(),
): Promise<TestAnswer> => browser.call(method, `/api/v1${path}`, body ?? {}, { key });

/** Carries out another act first: what is undone must have been done. */
export async function done(
  place: Place,
  name: string,
): Promise<{ body: Record<string, number>; sample: Sample }> {
  const act = ACTS[name] as ActSample;
  const sample = await act.ask(place);
  const answer = await send(place[act.by], act.method ?? 'POST', sample);
  if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${answer.text}`);
  return { body: answer.body as Record<string, number>, sample };
}

const approvalActs: Record<string, ActSample> = {
  'POST /approvals': {
    by: 'desk',
    async ask(place) {
      const { memberId } = await aSaver(place);
      const body = {
        ...{ kind: 'wallet.withdraw', subjectKind: 'member', subjectId: memberId },
        ...{ storeId: place.storeId, amountCents: 400_00, facts: {} },
      };
      return { path: '/approvals', body, changed: { ...body, amountCents: 401_00 } };
    },
  },
  'POST /approvals/:id/decision': {
    by: 'head',
    async ask(place) {
      const { body } = await done(place, 'POST /approvals');
      const path = `/approvals/${body['requestId']}/decision`;
      return { path, body: { decision: 'approve' }, changed: { decision: 'refuse' } };
    },
  },
  'POST /approvals/:id/cancellation': {
    by: 'desk',
    async ask(place) {
      const { body } = await done(place, 'POST /approvals');
      return { path: `/approvals/${body['requestId']}/cancellation`, changed: null };
    },
  },
};

/** One request per route that changes value or status. A route without one fails the walks. */
export const ACTS: Record<string, ActSample> = {
  ...valueSamples,
  ...memberSamples,
  ...approvalActs,
  ...cardSamples,
  ...campaignSamples,
};
