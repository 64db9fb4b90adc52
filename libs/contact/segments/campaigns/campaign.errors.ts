import { defineErrors } from '#kernel';

export const CampaignError = defineErrors('campaign', {
  notFound: { status: 404 },
  /** Nobody of the audience has a phone and agreed to advertising. */
  nobody: { status: 409 },
  /** More people than were confirmed would get it. */
  audienceChanged: { status: 409, params: ['expected', 'now'] },
  tooLarge: { status: 409, params: ['limit'] },
  inThePast: { status: 422 },
  tooFar: { status: 422, params: ['days'] },
  wrongStatus: { status: 409, params: ['status'] },
  nothingToRetry: { status: 409 },
});
