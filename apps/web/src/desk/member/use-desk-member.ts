import { benefitsRest, pinOfPayment, type PinAsked } from '#membership/cards/rules';
import { useWebKit } from '#web/web-kit';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import type { MemberDetail } from '../../api/types.js';
import { useSession } from '../../session/session.store.js';
import { deskApi } from '../desk.api.js';

const FULL_PRICE_BPS = 10_000;

/** What the wallet of the member at the counter can do for this sale. */
export type WalletState = 'none' | 'loading' | 'failed' | 'unsettled' | 'card_unusable' | 'ready';

/** The member of the draft as the server sees them now; a balance that did not load is never shown as a number. */
export function useDeskMember(memberId: Ref<number | null>, cardNo: Ref<string | null>) {
  const client = useQueryClient();
  const session = useSession();
  const { attempts } = useWebKit();
  const enabled = computed(() => memberId.value !== null && session.signedIn && !session.locked);

  const detail = useQuery({
    queryKey: computed(() => ['desk', 'member', memberId.value]),
    queryFn: () => deskApi.member(memberId.value as number),
    enabled,
    staleTime: 0,
  });
  const activity = useQuery({
    queryKey: computed(() => ['desk', 'activity', memberId.value]),
    queryFn: () => deskApi.activity(memberId.value as number),
    enabled,
    staleTime: 0,
  });

  const member = computed<MemberDetail | null>(() =>
    memberId.value === null || detail.data.value?.id !== memberId.value ? null : detail.data.value,
  );
  const card = computed(
    () => member.value?.cards.find((each) => each.cardNo === cardNo.value) ?? null,
  );
  /** The card that stands for the member on screen: the one that was read, else the first usable one. */
  const shownCard = computed(
    () =>
      card.value ??
      member.value?.cards.find((each) => each.status === 'active') ??
      member.value?.cards[0] ??
      null,
  );
  /** Something was asked for this member whose answer was lost: what is read now may be the balance before it. */
  const unsettled = computed(() =>
    attempts.all.value.some(
      ({ state, about }) => state === 'unknown' && about.memberId === memberId.value,
    ),
  );
  const walletState = computed<WalletState>(() => {
    if (memberId.value === null) return 'none';
    if (detail.isError.value) return 'failed';
    if (member.value === null) return 'loading';
    if (unsettled.value) return 'unsettled';
    return card.value && card.value.status !== 'active' ? 'card_unusable' : 'ready';
  });

  /** The owner of the wallet that pays, where the card that was read spends somebody else's. */
  const payer = computed(() => card.value?.payer ?? null);
  const wallet = computed(() =>
    walletState.value === 'failed' ? undefined : (payer.value?.wallet ?? member.value?.wallet),
  );

  const withoutPinCents = computed(() => (payer.value ?? member.value)?.withoutPinTodayCents ?? 0);

  const rests = computed(() => benefitsRest(member.value?.cards ?? [], cardNo.value));

  return {
    member,
    name: computed(() => member.value?.name ?? member.value?.nickname ?? null),
    card,
    shownCard,
    walletState,
    payer,
    /** The stored value that pays: the payer's, else the member's own. Its points are the owner's; see `member` for theirs. */
    wallet,
    /** What left that wallet today without its PIN: it counts towards the amount above which one is asked for. */
    withoutPinCents,
    /** Whose PIN a payment of so much asks for, `ownCents` of it by points, as the server will judge it. */
    pinAsked: (walletCents: number, limitCents: number, ownCents = 0): PinAsked =>
      pinOfPayment(
        walletCents,
        { limitCents, withoutPinCents: withoutPinCents.value },
        payer.value && { ...payer.value, holderHasPin: member.value?.hasPin === true },
        ownCents,
      ),
    error: computed(() => (memberId.value === null ? null : detail.error.value)),
    busy: computed(() => detail.isFetching.value),
    activity: computed(() => activity.data.value ?? []),
    activityFailed: computed(() => activity.isError.value),
    /** Past the last day of the card: full price, no points, and only the principal can be spent. */
    rests,
    spendableCents: computed(() => {
      const pays = walletState.value === 'ready' ? wallet.value : undefined;
      return (rests.value ? pays?.principalCents : pays?.spendableCents) ?? 0;
    }),
    payRateBps: computed(() =>
      rests.value ? FULL_PRICE_BPS : (member.value?.level.payRateBps ?? FULL_PRICE_BPS),
    ),
    refresh: () => client.invalidateQueries({ queryKey: ['desk'] }),
  };
}
export type DeskMember = ReturnType<typeof useDeskMember>;
