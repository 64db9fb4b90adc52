import type { Report } from './define-report.js';

const reports: Report[] = [];

/** Every report there is, and the rows of every list. */
export const REPORTS: readonly Report[] = reports;

/** A capability adds its reports; a list adds its rows, so that list and file have one definition. */
export function registerReport(report: Report): void {
  reports.push(report);
}
