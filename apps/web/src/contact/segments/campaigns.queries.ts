import { keepPreviousData, useQuery } from '@tanstack/vue-query';
import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import type { CampaignAct, CampaignStatus } from '#contact/segments/rules';
import type { CreateCampaignInput } from '#web/api-client';
import type { MessageStatus } from '#contact/messaging/rules';
import type { CommandKey, ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';
import type { CampaignDraft } from './campaigns.types.js';

const PATIENCE_MS = 40_000;
const LOOK_EVERY_MS = 1_500;

export const loadCampaigns = (params: ListParams) => http.get('/campaigns', params);

const moves = (status: CampaignStatus | undefined): boolean =>
  status === 'running' || status === 'scheduled';

/** A campaign, asked again while it moves. */
export function useCampaign(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['campaigns', 'one', id],
    queryFn: () => http.get(`/campaigns/${toValue(id)}`),
    refetchInterval: ({ state }) => (moves(state.data?.status) ? LOOK_EVERY_MS : false),
  });
}

/** Its newest messages of a state; `beat` changes when there may be others. */
export function useCampaignMessages(
  id: MaybeRefOrGetter<number>,
  status: MaybeRefOrGetter<MessageStatus | ''>,
  beat: MaybeRefOrGetter<string>,
) {
  return useQuery({
    queryKey: ['campaigns', 'messages', id, status, beat],
    queryFn: () =>
      http.get('/messages', {
        campaignId: toValue(id),
        status: toValue(status) || undefined,
        pageSize: 20,
      }),
    placeholderData: keepPreviousData,
  });
}

export function useCampaignPreview(draft: MaybeRefOrGetter<CampaignDraft | null>) {
  const asked = computed(() => JSON.stringify(toValue(draft)));
  return useQuery({
    queryKey: ['campaigns', 'preview', asked],
    queryFn: ({ signal }) =>
      http.post('/campaigns/preview', JSON.parse(asked.value) as CampaignDraft, {
        signal,
        timeoutMs: PATIENCE_MS,
      }),
    enabled: () => toValue(draft) !== null,
    placeholderData: keepPreviousData,
    retry: false,
    // Numbers that are confirmed are numbers of now.
    staleTime: 0,
  });
}

export const createCampaign = (campaign: CreateCampaignInput, key: CommandKey) =>
  http.post('/campaigns', campaign, {
    key,
    about: { act: 'campaign' },
    timeoutMs: PATIENCE_MS,
  });

export const actOnCampaign = (id: number, act: CampaignAct, key: CommandKey) =>
  http.post(`/campaigns/${id}/${act}`, undefined, {
    key,
    about: { act: 'campaign' },
  });
