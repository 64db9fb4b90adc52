import { type About, ApiError, formatMoney, formatQuantity } from '#web/web-kit';
import { attemptWords, numberOf } from '../attempts/attempt-words.js';
import { formatDateTime } from '../format/format.js';
import { t, te } from '../i18n/i18n.js';

/** What to tell the person, in their language. Never empty. */
export function errorMessage(error: unknown): string {
  if (!(error instanceof ApiError)) return t('errors.status.s500', { traceId: '—' });
  if (error.code.startsWith('attempt.')) return attemptMessage(error);
  const key = `errors.${error.code}`;
  if (error.code && te(key)) return t(key, wordsOf(error.params));
  const byStatus = `errors.status.s${error.status >= 502 ? 503 : error.status}`;
  if (te(byStatus)) return t(byStatus, { traceId: error.traceId ?? '—' });
  return t('errors.status.s500', { traceId: error.traceId ?? '—' });
}

function attemptMessage({ code, params }: ApiError): string {
  const { result, ...about } = params as unknown as About & { result: unknown };
  const no = numberOf(result);
  return t(`errors.${code}`, {
    what: about.act ? attemptWords(about) : '',
    no: no ? t('attempts.no', { no }) : '',
  });
}

/** The words for one field's error; falls back to "not right". */
export function fieldErrorMessage(
  code: string,
  params: Record<string, unknown> = {},
  field = '',
): string {
  const rule = code.split('.').at(-1);
  const name = field.split('.').at(-1);
  const keys = [`errors.fieldOf.${name}.${rule}`, `errors.${code}`, `errors.field.${rule}`];
  const key = keys.find((candidate) => te(candidate)) ?? 'errors.field.invalid';
  return t(key, wordsOf(inUnitOf(name, params)));
}

// A limit is in the unit of its field.
function inUnitOf(field = '', params: Record<string, unknown>): Record<string, unknown> {
  const { limit, ...rest } = params;
  if (typeof limit !== 'number') return params;
  if (field.endsWith('Cents')) return { ...rest, limit: formatMoney(limit) };
  return { ...rest, limit: field.endsWith('Milli') ? formatQuantity(limit) : limit };
}

/** Parameters named …Cents, …Milli and instants are shown as people write them. */
function wordsOf(params: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number' && name.endsWith('Cents')) return [name, formatMoney(value)];
      if (typeof value === 'number' && name.endsWith('Milli')) return [name, formatQuantity(value)];
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) {
        return [name, formatDateTime(value)];
      }
      if (name === 'status' && te(`cardStatus.${value as string}`)) {
        return [name, t(`cardStatus.${value as string}`)];
      }
      if (name === 'documentKind' && te(`memberRecord.documents.${value as string}`)) {
        return [name, t(`memberRecord.documents.${value as string}`)];
      }
      return [name, value];
    }),
  );
}
