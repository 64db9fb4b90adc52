import { definePermissions } from '#kernel';

/** One right per report, and one to take a report away as a file. */
export const ReportPermission = definePermissions('report', { consumptionDetail: {}, export: {} });
