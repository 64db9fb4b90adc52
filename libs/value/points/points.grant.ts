import { defineGrant } from '#chain/grants';
import { OneOf, Points } from '#kernel';
import { House, pointsOf } from '#ledger';
import { type PointsSettings, pointsTerms } from './points-terms.rules.js';
import { pointsExpiry } from './points.service.js';
import words from './words/grant-names.locale.js';

const MOST_PER_YUAN = 100;
const CENTS_PER_YUAN = 100;

export class PointsGrantInput {
  @OneOf(['points']) kind!: 'points';
  @Points() points!: number;
}

/** 积分: they live as all points do, and count for no level. */
export const pointsGrant = defineGrant<PointsGrantInput, PointsSettings>({
  kind: 'points',
  words: { 'zh-CN': words['zh-CN'].grant.points, en: words.en.grant.points },
  order: 20,
  input: PointsGrantInput,
  figure: 'points',
  mostFor: (payCents) => Math.floor((payCents * MOST_PER_YUAN) / CENTS_PER_YUAN),
  mostAtOnce: 1_000_000_000,
  storedValue: false,
  rules: pointsExpiry,
  account: ({ memberId }) => pointsOf(memberId),
  give(books, { amount }, { to, storeId, businessDate, rules }) {
    books.grant(pointsOf(to.memberId), amount, {
      ...pointsTerms(businessDate, rules, 'gift'),
      against: House.pointsIssued(storeId),
    });
    return { repaidCents: 0 };
  },
  rows: null,
  message: (points) => `赠送${points}积分`,
});
