import { defineErrors } from '#kernel';

export const JobError = defineErrors('job', {
  /** None of the named jobs waits for anybody: another person was quicker, or it has run since. */
  notFailed: { status: 409 },
});
