import { defineErrors, mapConstraint } from '#kernel';

export const SegmentError = defineErrors('segment', {
  notFound: { status: 404 },
  nameTaken: { status: 409 },
  /** Only its owner changes a segment; head office also changes shared ones. */
  notYours: { status: 403 },
  /** A condition asks for a field that head office no longer has. */
  unknownField: { status: 409, params: ['code'] },
  /** A tag, level, store or region in a condition is no longer there: "none of it" would be everybody. */
  refersToNothing: { status: 409 },
  /** The database did not answer in time: the conditions look at too much at once. */
  tooSlow: { status: 409, params: ['seconds'] },
});

mapConstraint('segment_name_key', () => SegmentError.nameTaken());
