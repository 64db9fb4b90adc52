import { computed, ref, shallowRef, watch } from 'vue';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import type { SaleInput, SaleResult } from '../../api/types.js';
import { type CartLine, linesWithoutQuantity, quoteCart } from '../cart/cart.rules.js';
import { useDeskSettings } from '../desk-settings.js';
import type { Draft } from '../draft/draft.storage.js';
import type { DeskDraft } from '../draft/use-draft.js';
import type { DeskMember } from '../member/use-desk-member.js';
import * as rules from './payment.rules.js';
import { type Ask, useSubmission } from './use-submission.js';

export interface PinQuestion {
  amountCents: number;
  /** Whose PIN it is. */
  memberId: number | null;
  name: string;
  isOwner: boolean;
  /** Set after a wrong PIN. */
  attemptsLeft: number | null;
  /** Another person has to agree: the PIN was set today. */
  second: boolean;
}
export interface Sold {
  result: SaleResult;
  at: Date;
  memberName: string | null;
  /** The owner of the wallet that a family card spent. */
  payerName: string | null;
  /** What was handed over besides stored value. */
  money: rules.PaidTender[];
  printed: boolean;
  /** What was sold to whom: it stands in the cart again when the sale is undone. */
  draft: Pick<Draft, 'cart' | 'memberId' | 'cardNo'>;
}
export interface PriceChange {
  line: CartLine;
  unitPriceCents: number;
}

const nameOf = ({ member }: DeskMember): string | null =>
  member.value?.name ?? member.value?.nickname ?? null;

/** The money side of the sale in the making: what is due, what pays it, and taking it exactly once. */
export function usePayment(desk: DeskDraft, member: DeskMember) {
  const settings = useDeskSettings();
  const { draft } = desk;
  const pinQuestion = ref<PinQuestion | null>(null);
  const priceChanges = shallowRef<PriceChange[]>([]);
  /** Product → thousandths on hand, where the server said it is short. */
  const short = ref(new Map<number, number>());
  const sold = shallowRef<Sold | null>(null);
  /** What must be mended before money can be taken; a key of the desk's words. */
  const hint = ref<'weigh' | 'missing' | 'over' | 'wallet_short' | 'change' | null>(null);

  const quote = computed(() =>
    quoteCart(desk.cart.value, member.payRateBps.value, settings.value.rounding),
  );
  const payment = computed(() =>
    rules.settle(quote.value.dueCents, draft.value.tenders, member.spendableCents.value),
  );
  const walletCents = computed(() => rules.walletPart(payment.value));
  const split = computed(() =>
    rules.splitWallet(
      walletCents.value,
      member.wallet.value ?? { principalCents: 0, bonusCents: 0 },
      // A bonus that rests is not touched: the principal comes first and is all there is.
      member.rests.value ? 'principal_first' : settings.value.spendOrder,
    ),
  );
  const points = computed(() => {
    const level = member.member.value?.level;
    if (!level || desk.isEmpty.value) return null;
    return rules.previewPoints(quote.value, split.value, {
      pointsPerYuanBps: member.rests.value ? 0 : level.pointsPerYuanBps,
      bonusEarns: settings.value.bonusEarnsPoints,
    });
  });

  const submission = useSubmission(desk, {
    sold(result) {
      const { cart, memberId, cardNo } = draft.value;
      sold.value = {
        result,
        at: new Date(),
        memberName: nameOf(member),
        payerName: member.payer.value?.name ?? null,
        money: payment.value.tenders.filter(
          ({ tender, amountCents }) => tender !== 'wallet' && amountCents > 0,
        ),
        printed: false,
        draft: { cart, memberId, cardNo },
      };
      desk.reset();
      pinQuestion.value = null;
      void member.refresh();
    },
    askPin(attemptsLeft, second) {
      // What the server asked for may be more than was known here: another limit, another owner.
      void member.refresh().then(() => askPin(attemptsLeft, second));
    },
    pricesChanged(prices) {
      const known = desk.cart.value.lines;
      priceChanges.value = prices.flatMap(({ productId, unitPriceCents }) => {
        const line = known.find((each) => each.productId === productId);
        return line ? [{ line, unitPriceCents }] : [];
      });
    },
    stockShort(productId, availableMilli) {
      short.value = new Map(short.value).set(productId, availableMilli);
      desk.select(desk.cart.value.lines.findIndex((line) => line.productId === productId));
    },
    balanceChanged: () => void member.refresh(),
  });

  // What was said about the sale as it was no longer holds once it changes.
  watch(
    [() => desk.cart.value.lines, () => draft.value.tenders, () => draft.value.memberId],
    () => {
      if (desk.frozen.value) return;
      submission.problem.value = null;
      hint.value = null;
    },
  );

  /** Puts a tender to the payment; the wallet only where there is one to spend. */
  function choose(tender: rules.Tender): boolean {
    if (desk.isEmpty.value || desk.frozen.value) return false;
    if (tender === 'wallet' && member.walletState.value !== 'ready') return false;
    hint.value = null;
    draft.value.tenders = rules.addTender(draft.value.tenders, tender);
    return true;
  }

  function amend(change: (tenders: readonly rules.TenderEntry[]) => rules.TenderEntry[]): void {
    if (desk.frozen.value) return;
    hint.value = null;
    draft.value.tenders = change(draft.value.tenders);
  }

  /** What still stands in the way, said and pointed at; null when the money can be taken. */
  function obstacle(): typeof hint.value {
    const weightless = linesWithoutQuantity(desk.cart.value)[0];
    if (weightless !== undefined) {
      desk.select(weightless);
      return 'weigh';
    }
    if (payment.value.walletShortCents > 0) return 'wallet_short';
    if (payment.value.overCents > 0) return 'over';
    if (payment.value.changeCents >= rules.IMPLAUSIBLE_CHANGE_CENTS) return 'change';
    return payment.value.missingCents > 0 ? 'missing' : null;
  }

  /** Takes the money, once. Does nothing while an answer is awaited. */
  async function pay(pin?: string, approval?: ApprovalInput): Promise<void> {
    if (submission.busy.value || !desk.isMine()) return;
    if (submission.unknown.value) return submission.askAgain();
    if (desk.isEmpty.value || desk.frozen.value) return;
    hint.value = obstacle();
    if (hint.value) return;
    if (needsPin() && pin === undefined) return askPin(null);
    await submission.ask(currentRequest(), { pin, approval });
  }

  /** Where nobody has a PIN the server says so. */
  function needsPin(): boolean {
    const asked = member.pinAsked(walletCents.value, settings.value.pinLimitCents);
    if (asked === 'none') return false;
    const { payer } = member;
    return asked === 'payer' && payer.value
      ? payer.value.hasPin
      : member.member.value?.hasPin === true;
  }

  function askPin(attemptsLeft: number | null, second = false): void {
    const amountCents = walletCents.value;
    const asked = member.pinAsked(amountCents, settings.value.pinLimitCents);
    const owner = asked === 'holder' ? null : member.payer.value;
    const name = owner?.name ?? nameOf(member) ?? '';
    const memberId = owner?.memberId ?? draft.value.memberId;
    const isOwner = owner !== null;
    pinQuestion.value = { amountCents, memberId, name, isOwner, attemptsLeft, second };
  }

  function currentRequest(): Ask {
    const lines = desk.cart.value.lines.map(({ productId, qtyMilli, unitPriceCents }) => ({
      productId,
      qtyMilli,
      unitPriceCents,
    }));
    const request: SaleInput = {
      lines,
      tenders: rules.tenderRequest(payment.value),
      dueCents: quote.value.dueCents,
    };
    if (draft.value.memberId !== null) request.memberId = draft.value.memberId;
    if (draft.value.cardNo !== null) request.cardNo = draft.value.cardNo;
    return request;
  }

  function acceptPrices(): void {
    desk.takePrices(
      priceChanges.value.map(({ line, unitPriceCents }) => ({
        productId: line.productId,
        unitPriceCents,
      })),
    );
    priceChanges.value = [];
    submission.problem.value = null;
  }

  function nextSale(): void {
    sold.value = null;
    short.value = new Map();
    hint.value = null;
    submission.problem.value = null;
  }

  return {
    quote,
    payment,
    walletCents,
    split,
    points,
    sold,
    hint,
    short,
    pinQuestion,
    priceChanges,
    busy: submission.busy,
    problem: submission.problem,
    unknown: submission.unknown,
    stoppedBy: submission.stoppedBy,
    choose,
    amend,
    pay,
    acceptPrices,
    nextSale,
  };
}
export type DeskPayment = ReturnType<typeof usePayment>;
