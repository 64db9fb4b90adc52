import { readers } from '../../../../libs/contact/segments/campaigns/campaigns.fixtures.js';
import { type ActSample, done } from './act-samples.fixtures.js';
import { importSamples } from './import-samples.fixtures.js';
import { ruleSamples } from './card-samples.fixtures.js';

/** A message to many, waiting for its time, and what can be done with it. */
const ofCampaign = (route: string, status = 'scheduled'): ActSample => ({
  by: 'desk',
  async ask(place) {
    const { db } = place.api;
    const { body } = await done(place, 'POST /campaigns');
    const { campaignId: id } = body;
    await db.query('UPDATE campaign SET status = $2, prepared_at = now() WHERE id = $1', [
      id,
      status,
    ]);
    // A message that the gateway refused can be sent again.
    if (route === 'retry')
      await db.query(
        `INSERT INTO message (kind, member_id, store_id, phone, body, segments, status, campaign_id)
         SELECT 'campaign', min(m.id), $2, '19900000000', '您好', 1, 'failed', $1 FROM member m`,
        [id, place.storeId],
      );
    return { path: `/campaigns/${id}/${route}`, changed: null };
  },
});

/** What only the chain does, and what goes to many. */
export const campaignSamples: Record<string, ActSample> = {
  'POST /campaigns': {
    by: 'desk',
    async ask(place) {
      const memberIds = await readers(place.api.db, 2, { storeId: place.storeId });
      const body = { name: '回馈', body: '您好', memberIds, expected: 2 };
      return { path: '/campaigns', body, changed: { ...body, name: '改' } };
    },
  },
  'POST /campaigns/:id/pause': ofCampaign('pause'),
  'POST /campaigns/:id/resume': ofCampaign('resume', 'paused'),
  'POST /campaigns/:id/cancel': ofCampaign('cancel'),
  'POST /campaigns/:id/retry': ofCampaign('retry', 'done'),
  ...ruleSamples,
  ...importSamples,
};
