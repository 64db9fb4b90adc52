import { defineErrors } from './define-errors.js';

export const RequestError = defineErrors('request', {
  invalid: { status: 422 },
  malformed: { status: 400 },
  notFound: { status: 404 },
  tooLarge: { status: 413 },
  wrongOrigin: { status: 403 },
  methodNotAllowed: { status: 405 },
  unsupportedMedia: { status: 415 },
});
export const RecordError = defineErrors('record', {
  /** Somebody saved it after it was read: who, when, and what is there now. */
  changed: { status: 409, params: ['by', 'at', 'version', 'now'] },
});
export const ServerError = defineErrors('server', {
  unavailable: { status: 503 },
  internal: { status: 500 },
});
export const AccessError = defineErrors('access', {
  forbidden: { status: 403, params: ['permission'] },
  storeForbidden: { status: 403, params: ['storeId'] },
});
export const CommandError = defineErrors('command', {
  keyMissing: { status: 400 },
  keyReused: { status: 409, params: ['name'] },
});
export const SessionError = defineErrors('session', {
  none: { status: 401 },
  expired: { status: 401 },
  locked: { status: 401 },
  noTill: { status: 409 },
  changed: { status: 409 },
  wrongCredentials: { status: 401 },
  tooManyAttempts: { status: 429, params: ['retryAfterSeconds'] },
  wrongPassword: { status: 422 },
  passwordTooWeak: { status: 422 },
  tillNotAllowed: { status: 403 },
  tillTaken: { status: 409, params: ['name', 'since'] },
});
