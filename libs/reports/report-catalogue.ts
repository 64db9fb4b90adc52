import { consumptionDetail } from './consumption-detail.report.js';
import type { Report } from './engine/define-report.js';

/** Every report there is: one line each. */
export const REPORTS: readonly Report[] = [consumptionDetail];
