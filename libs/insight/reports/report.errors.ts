import { defineErrors } from '#kernel';

export const ReportError = defineErrors('report', {
  notFound: { status: 404 },
  rowNotFound: { status: 404 },
});
export const ExportError = defineErrors('export', {
  notFound: { status: 404 },
  notReady: { status: 409, params: ['status'] },
  gone: { status: 410 },
  /** It shows what its reader may no longer see. */
  noLongerAllowed: { status: 403 },
  tooMany: { status: 409, params: ['limit'] },
});
