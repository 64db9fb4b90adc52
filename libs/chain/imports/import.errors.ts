import { defineErrors } from '#kernel';

export const ImportError = defineErrors('import', {
  notFound: { status: 404 },
  /** Nothing of that name can be imported. */
  unknownKind: { status: 422, params: ['kind'] },
  fileTooLarge: { status: 413, params: ['limitMegabytes'] },
  fileEmpty: { status: 422 },
  /** Too many are under way at once. */
  tooMany: { status: 409, params: ['limit'] },
  /** Its step does not allow that now. */
  wrongStep: { status: 409, params: ['status'] },
  /** The typed figures are not those of the dry run. */
  totalsDiffer: { status: 409, params: ['figures'] },
  nothingToImport: { status: 409 },
  noErrorFile: { status: 404 },
  /** Its rows are of stores that its reader no longer works for. */
  noLongerAllowed: { status: 403 },
});
