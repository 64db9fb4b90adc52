import type { PointsPayRule } from '#value/points/rules';
import type { DeskSettings } from '../../desk/desk-settings.js';

/** How points pay, as the session says it. */
export const pointsRule = (settings: DeskSettings): PointsPayRule => ({
  on: settings.pointsPay,
  pointsPerYuan: settings.pointsPerYuan,
  step: settings.pointsStep,
  maxPercent: settings.pointsMaxPercent,
});
