/** What was counted (table lookup_miss as l), as JSON: Misses[] or null. */
export const MISSES = `json_agg(json_build_object('scope', l.scope, 'minuteFrom', extract(epoch FROM l.minute_from) * 1000, 'minuteMisses', l.minute_misses,
    'hourFrom', extract(epoch FROM l.hour_from) * 1000, 'hourMisses', l.hour_misses))`;

/**
 * Counts one miss more for each scope ($1) and subject ($2) at a moment ($3), unless a condition holds. Callers name the
 * rows in one order, so no deadlock.
 */
export const countMiss = (unless = 'false') => `
  INSERT INTO lookup_miss AS l (scope, subject_id, minute_from, minute_misses, hour_from, hour_misses)
  SELECT s.scope, s.id, $3, 1, $3, 1 FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS s(scope, id, n)
   WHERE NOT (${unless})
   ORDER BY s.n
  ON CONFLICT (scope, subject_id) DO UPDATE SET
    minute_misses = CASE WHEN l.minute_from > $3::timestamptz - interval '1 minute' THEN l.minute_misses + 1 ELSE 1 END,
    minute_from   = CASE WHEN l.minute_from > $3::timestamptz - interval '1 minute' THEN l.minute_from ELSE $3 END,
    hour_misses   = CASE WHEN l.hour_from > $3::timestamptz - interval '1 hour' THEN l.hour_misses + 1 ELSE 1 END,
    hour_from     = CASE WHEN l.hour_from > $3::timestamptz - interval '1 hour' THEN l.hour_from ELSE $3 END`;
