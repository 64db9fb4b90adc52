import { quoteSale } from '#goods/pricing/rules';
import { isOpen } from '#web/web-kit';
import { computed, ref, shallowRef, watch } from 'vue';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import type { SaleInput, SaleResult } from '../../api/types.js';
import { type ProductLine, productKey } from '../../counter/sales/product.cart-line.js';
import { kindOf, priced } from '../cart/cart-lines.js';
import { indexOf, linesWithoutQuantity } from '../cart/cart.rules.js';
import { useSession } from '../../session/session.store.js';
import { useDeskSettings } from '../desk-settings.js';
import type { Draft } from '../draft/draft.storage.js';
import type { DeskDraft } from '../draft/use-draft.js';
import type { DeskMember } from '../member/use-desk-member.js';
import type { DeskTender } from '../tenders/desk-tender.js';
import { useTillTenders } from '../tenders/use-till-tenders.js';
import { useValueTenders } from '../tenders/use-value-tenders.js';
import * as rules from './payment.rules.js';
import { usePinQuestion } from './use-pin-question.js';
import { type Ask, useSubmission } from './use-submission.js';

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
  line: ProductLine;
  unitPriceCents: number;
}

/** The money side of the sale in the making: what is due, what pays it, and taking it exactly once. */
export function usePayment(desk: DeskDraft, member: DeskMember) {
  const settings = useDeskSettings();
  const session = useSession();
  const { draft } = desk;
  const priceChanges = shallowRef<PriceChange[]>([]);
  /** Key of a line → thousandths on hand, where the server said it is short. */
  const short = ref(new Map<string, number>());
  const sold = shallowRef<Sold | null>(null);
  /** What must be mended before money can be taken; a key of the desk's words. */
  const hint = ref<
    'weigh' | 'unreadable' | 'missing' | 'over' | 'short' | 'change' | 'reference' | null
  >(null);
  /** In one of the amounts stands a text that is none. Another tender may cover the sale without it: nobody meant that. */
  const unreadable = ref(false);
  const tenders = useTillTenders();
  const values = useValueTenders();

  /** The request that is out: until its answer is known, the figures are those that were sent, whatever the member has now. */
  const sent = computed(() => {
    const attempt = desk.pending.value;
    return attempt && isOpen(attempt) ? (attempt.asked.body as Ask) : null;
  });
  const quote = computed(() => {
    const quoted = quoteSale({
      lines: priced(desk.cart.value.lines, settings.value),
      payRateBps: member.payRateBps.value,
      rounding: settings.value.rounding,
    });
    const dueCents = sent.value?.dueCents ?? quoted.dueCents;
    return { ...quoted, dueCents, discountCents: quoted.listCents - dueCents };
  });
  const limits = computed(() =>
    Object.fromEntries(
      values.offered.value.map((tender) => [
        tender.code,
        tender.limit({ dueCents: quote.value.dueCents, member, settings: settings.value }),
      ]),
    ),
  );
  const payment = computed(() =>
    sent.value
      ? rules.paymentSent(sent.value.tenders)
      : rules.settle(quote.value.dueCents, draft.value.tenders, limits.value),
  );
  const provenBy = (whose: DeskTender['proof']): number =>
    rules.partOf(
      payment.value,
      values.offered.value.filter(({ proof }) => proof === whose).map(({ code }) => code),
    );
  const walletCents = computed(() => provenBy('wallet'));
  /** What the buyer pays beside the wallet: points. */
  const ownCents = computed(() => provenBy('buyer'));
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
    const pointsPerYuanBps = member.rests.value ? 0 : level.pointsPerYuanBps;
    const terms = { pointsPerYuanBps, bonusEarns: settings.value.bonusEarnsPoints };
    return rules.previewPoints(quote.value, split.value, terms, ownCents.value);
  });

  const submission = useSubmission(desk, {
    sold(result, request) {
      const { cart, memberId, cardNo } = draft.value;
      sold.value = {
        result,
        at: new Date(),
        memberName: member.name.value,
        payerName: member.payer.value?.name ?? null,
        money: rules
          .paymentSent(request.tenders)
          .tenders.filter(({ tender }) => values.find(tender)?.proof !== 'wallet'),
        printed: false,
        draft: { cart, memberId, cardNo },
      };
      desk.reset();
      pin.question.value = null;
      void member.refresh();
    },
    askPin(attemptsLeft, second, request) {
      // What the server asked for may be more than was known here: another limit, another owner.
      void member.refresh().then(() => pin.ask({ attemptsLeft, second, tenders: request.tenders }));
    },
    pricesChanged(prices) {
      const known = desk.cart.value.lines;
      priceChanges.value = prices.flatMap(({ productId, unitPriceCents }) => {
        const line = known.find(({ key }) => key === productKey(productId));
        return line ? [{ line: line as ProductLine, unitPriceCents }] : [];
      });
    },
    stockShort(productId, availableMilli) {
      const key = productKey(productId);
      short.value = new Map(short.value).set(key, availableMilli);
      desk.select(indexOf(desk.cart.value, key));
    },
    balanceChanged: () => void member.refresh(),
    ruleChanged: () => void session.load().catch(() => undefined),
  });
  const pin = usePinQuestion(desk, member, { payment, walletCents, ownCents }, submission.problem);

  // What was said about the sale as it was no longer holds once it changes.
  watch(
    [() => desk.cart.value.lines, () => draft.value.tenders, () => draft.value.memberId],
    () => {
      if (desk.frozen.value) return;
      submission.problem.value = null;
      hint.value = null;
    },
  );

  /** Puts a tender to the payment; one of value only where there is some to spend. */
  function choose(tender: rules.Tender): boolean {
    if (desk.isEmpty.value || desk.frozen.value) return false;
    if (values.find(tender)?.obstacle(member)) return false;
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
    if (unreadable.value) return 'unreadable';
    if (payment.value.short) return 'short';
    if (payment.value.overCents > 0) return 'over';
    if (payment.value.changeCents >= rules.IMPLAUSIBLE_CHANGE_CENTS) return 'change';
    if (payment.value.missingCents > 0) return 'missing';
    return payment.value.tenders.some(lacksReference) ? 'reference' : null;
  }

  const lacksReference = ({ tender, amountCents, reference }: rules.PaidTender): boolean =>
    amountCents > 0 && (tenders.find(tender)?.asksReference ?? false) && !(reference ?? '').trim();

  /** Takes the money, once. Does nothing while an answer is awaited. */
  async function pay(given?: string, approval?: ApprovalInput): Promise<void> {
    if (submission.busy.value || !desk.isMine()) return;
    if (submission.unknown.value) return submission.askAgain();
    if (desk.isEmpty.value || desk.frozen.value) return;
    hint.value = obstacle();
    if (hint.value) return;
    if (pin.isNeeded() && given === undefined) {
      submission.problem.value = null;
      return pin.ask();
    }
    await submission.ask(currentRequest(), { pin: given, approval });
  }

  function currentRequest(): Ask {
    const request: SaleInput = {
      lines: desk.cart.value.lines.map((line) => kindOf(line).request(line)),
      tenders: rules.tenderRequest(payment.value),
      dueCents: quote.value.dueCents,
    };
    if (draft.value.memberId !== null) request.memberId = draft.value.memberId;
    if (draft.value.cardNo !== null) request.cardNo = draft.value.cardNo;
    return request;
  }

  function acceptPrices(): void {
    desk.takePrices(
      priceChanges.value.map(({ line: { key }, unitPriceCents }) => ({ key, unitPriceCents })),
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
    tenders,
    values,
    walletCents,
    split,
    points,
    sold,
    hint,
    unreadable,
    short,
    pinQuestion: pin.question,
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
