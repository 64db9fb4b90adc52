import { defineErrors } from '#kernel';

export const PointsError = defineErrors('points', {
  /** The chain takes no points as money. */
  payOff: { status: 409 },
  /** Past the last day of the card. */
  payRests: { status: 409 },
  paySteps: { status: 422, params: ['step'] },
  /** The rule is another one by now. */
  worthChanged: { status: 409, params: ['cents'] },
  paysTooMuch: { status: 422, params: ['maxCents'] },
});
