export {
  type PointsExpiry,
  POINTS_EXPIRIES,
  type PointsSettings,
  type PointsTerms,
  pointsTerms,
} from './points-terms.rules.js';
