// The largest values that are taken, by the API and by the fields of a screen alike: what one takes the other takes.

/** ¥100,000,000: no single amount at a counter is larger; sums stay far inside the safe range. */
export const MAX_CENTS = 10_000_000_000;

/** 100,000 pieces or units of a weight. */
export const MAX_QTY_MILLI = 100_000_000;
