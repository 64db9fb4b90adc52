import { useQuery } from '@tanstack/vue-query';
import type { ApiError } from '#web/web-kit';
import { computed, type Ref, ref, watch } from 'vue';
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
  /** The rule that was shown is none any more: another one is chosen by a person. */
  const open = ref(false);
  watch([whose, amountCents, declined], () => (open.value = false), { flush: 'sync' });
  const undecided = computed(() => open.value && !declined.value && reached.value !== null);

  function refused({ code }: ApiError): void {
    if (code !== 'wallet.rule_not_in_force') return;
    open.value = true;
    void query.refetch();
  }

  /** Takes an offer: at the amount that is there, where it reaches the offer and no other. */
  function take(offer: TopUpOffer): void {
    if (!undecided.value || reached.value?.id !== offer.id) amountCents.value = offer.payCents;
    declined.value = false;
    open.value = false;
  }

  return {
    /** Smallest first, as people read them. */
    offers: computed(() => [...offers.value].reverse()),
    failed: query.isError,
    offer: computed(() => (declined.value || undecided.value ? null : reached.value)),
    reached,
    undecided,
    refused,
    take,
  };
}
