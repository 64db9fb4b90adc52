import { defineErrors } from '#kernel';

export const ReturnError = defineErrors('return', {
  notFound: { status: 404 },
  lineUnknown: { status: 422, params: ['lineNo'] },
  lineTwice: { status: 422, params: ['lineNo'] },
  /** Somebody may have returned of it meanwhile. */
  moreThanLeft: { status: 409, params: ['lineNo', 'leftMilli'] },
  /** Another return came between the approval and this one: the amount is another now. */
  figuresChanged: { status: 409, params: ['cents'] },
});
