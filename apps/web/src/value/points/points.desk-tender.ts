import { mostPoints, pointsFor, pointsWorth, worthOf } from '#value/points/rules';
import { defineDeskTender } from '../../desk/tenders/desk-tender.js';
import PointsBelow from './PointsBelow.vue';
import { pointsRule } from './points-rule.js';

const ANY = Number.MAX_SAFE_INTEGER;

/** 积分抵现: points of the member by the rule of head office, in whole steps. */
export const tender = defineDeskTender({
  code: 'points',
  command: 'tenderPoints',
  order: 20,
  proof: 'buyer',
  offered: ({ pointsPay }) => pointsPay,
  obstacle({ walletState, rests }) {
    if (walletState.value !== 'ready') return `desk.points.state.${walletState.value}`;
    return rests.value ? 'desk.points.state.rests' : null;
  },
  limit({ dueCents, member, settings }) {
    const rule = pointsRule(settings);
    const balance = member.rests.value ? 0 : (member.member.value?.wallet.points ?? 0);
    return {
      most: (openCents) => worthOf(mostPoints({ dueCents, openCents, balance }, rule), rule),
      pays: (cents) => worthOf(pointsFor(cents, ANY, rule), rule),
      unitsOf: (cents) => pointsWorth(cents, rule),
    };
  },
  tooMuch: 'desk.pay.hint.points_short',
  below: PointsBelow,
});
