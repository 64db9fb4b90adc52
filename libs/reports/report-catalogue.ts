import { consumptionDetail } from './consumption-detail.report.js';
import type { Report } from './engine/define-report.js';

const reports: Report[] = [consumptionDetail];

/** Every report there is. */
export const REPORTS: readonly Report[] = reports;

/** A capability adds the rows of its own list, so that list and file have one definition. */
export function registerReport(report: Report): void {
  reports.push(report);
}
