import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { TopUpOffer } from '../../api/types.js';
import { useSession } from '../../session/session.store.js';
import { deskApi, type OfferFor } from '../desk.api.js';

/** The top-up rules in force here for somebody, and the one an amount reaches: the server's order is best first. */
export function useOffers(
  whose: Ref<OfferFor | null>,
  amountCents: Ref<number | null>,
  declined: Ref<boolean>,
) {
  const session = useSession();
  const query = useQuery({
    queryKey: computed(() => ['desk', 'offers', whose.value, session.till?.storeId]),
    queryFn: () => deskApi.offers(whose.value as OfferFor),
    enabled: computed(() => whose.value !== null && session.can('wallet.top_up')),
    staleTime: 60_000,
  });
  const offers = computed<TopUpOffer[]>(() => query.data.value ?? []);
  const reached = computed(() =>
    amountCents.value === null
      ? null
      : (offers.value.find((offer) => offer.payCents <= (amountCents.value ?? 0)) ?? null),
  );
  return {
    /** Smallest first, as people read them. */
    offers: computed(() => [...offers.value].reverse()),
    failed: query.isError,
    offer: computed(() => (declined.value ? null : reached.value)),
    reached,
  };
}
