export {
  type PointsExpiry,
  POINTS_EXPIRIES,
  type PointsSettings,
  type PointsTerms,
  pointsTerms,
} from './points-terms.rules.js';
export {
  mostCents,
  mostPoints,
  pointsFor,
  pointsPayProblem,
  type PointsPayProblem,
  type PointsPayRule,
  pointsWorth,
  worthOf,
} from './points-pay.rules.js';
