import { defineErrors, mapConstraint } from '#kernel';

export const ApprovalError = defineErrors('approval', {
  /** The act needs a second person. The params are what such a request must say, and which limit was reached. */
  required: {
    status: 409,
    params: [
      ...(['kind', 'subjectKind', 'subjectId', 'storeId', 'amountCents', 'facts'] as const),
      ...(['limit', 'limitCents'] as const),
    ],
  },
  /** Nobody of this login, no PIN, another PIN, or one that is locked: one answer for all of them. */
  wrongPin: { status: 422 },
  tooManyAttempts: { status: 429, params: ['retryAfterSeconds'] },
  ownAct: { status: 403 },
  /** The approver lacks a right or the store. */
  notAllowed: { status: 403 },
  notFound: { status: 404 },
  /** Pending, refused, cancelled, expired or used already. */
  notApproved: { status: 409, params: ['status'] },
  /** Approved for another act, amount, member or person. */
  otherRequest: { status: 409 },
  /** So many requests of one person are open, or were asked within an hour. */
  tooManyRequests: { status: 429, params: ['limit'] },
  alreadyDecided: { status: 409, params: ['status'] },
  pinTooWeak: { status: 422 },
});

// Two tills used one approval at the same moment: the second one is told.
mapConstraint('approval_request_once_key', () => ApprovalError.notApproved({ status: 'used' }));
