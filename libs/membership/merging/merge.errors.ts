import { defineErrors } from '#kernel';

/** A merge and an erasing refuse about members; both speak of them. */
export const MergeError = defineErrors('merge', {
  sameMember: { status: 422 },
  /** A till has one of the two in its cart. */
  openSale: { status: 409, params: ['storeName', 'tillName'] },
  /** So much is in one of the two that both records must be shown to be one person: both PINs, or a document. */
  proofRequired: { status: 422 },
  /** In one of the two is more than was agreed to. */
  worthChanged: { status: 409 },
});

export const EraseError = defineErrors('erase', {
  /** What is still to be settled: amounts in cents, points, cards. */
  somethingRemains: {
    status: 409,
    params: ['principalCents', 'bonusCents', 'points', 'debtCents', 'pointsDebt', 'cards'],
  },
  confirmationWrong: { status: 422 },
  openSale: { status: 409, params: ['storeName', 'tillName'] },
});
