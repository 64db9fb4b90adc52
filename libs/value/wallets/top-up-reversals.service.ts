import { Approvals } from '#chain/approvals';
import { grantKind, type PostedGift } from '#chain/grants';
import { nextReceiptNo } from '#chain/receipts';
import { type Actor, type CommandOutcome, Db, tillOf, type Tx } from '#kernel';
import {
  type AccountRef,
  bonusOf,
  type Books,
  Ledger,
  planAct,
  pointsOf,
  principalOf,
} from '#ledger';
import { type UndoAct, type UndoKind, Undoings } from '#membership/documents';
import { LevelChanges } from '#membership/members';
import { Injectable } from '@nestjs/common';
import { accountsOf } from './given.js';
import type { TakenGift } from './given.rules.js';
import type { ReverseTopUpInput, TopUpReversedView } from './top-up-reversal.dto.js';
import { type ReversibleTopUp, TopUpReversalsRepository } from './top-up-reversals.repository.js';
import { foreseeReversal } from './top-up.rules.js';
import { WalletError } from './wallet.errors.js';
import { WalletPermission } from './wallet.permissions.js';

const GRACE_DAYS = 30;

/**
 * Takes back a top-up that was keyed by mistake (golden G21): the whole act, as debt where it is spent already. A member
 * who wants money back gets a refund of what is left; that is another act.
 */
@Injectable()
export class TopUpReversalsService {
  constructor(
    private readonly db: Db,
    private readonly undoings: Undoings,
    private readonly approvals: Approvals,
    private readonly ledger: Ledger,
    private readonly levels: LevelChanges,
    private readonly repository: TopUpReversalsRepository,
  ) {}

  private readonly kind: UndoKind<ReversibleTopUp, TopUpReversedView> = {
    act: 'wallet.reverse_top_up',
    right: WalletPermission.reverseTopUp,
    document: 'top_up_reversal',
    topic: 'wallet.top_up_reversed',
    officeClock: null,
    named: (id) => ({ id }),
    find: (sql, id) => this.repository.find(sql, id),
    lock: (tx, id) => this.repository.lock(tx, id),
    notFound: () => WalletError.topUpNotFound(),
    refusal: ({ reversedBy }) =>
      reversedBy === null ? null : WalletError.topUpReversed({ receiptNo: reversedBy }),
    question: (topUp, act) => this.question(topUp, act),
    post: (tx, topUp, act) => this.post(tx, topUp, act),
  };

  /**
   * The money leaves the drawer of the acting till. Errors: wallet.top_up_not_found, wallet.top_up_reversed, and those of
   * Undoings.
   */
  reverse(
    actor: Actor,
    id: number,
    input: ReverseTopUpInput,
    key: string,
  ): Promise<CommandOutcome<TopUpReversedView>> {
    return this.undoings.undo(this.kind, actor, id, input, key);
  }

  /** The wallet as far as can be seen before its accounts are locked. */
  private async look(walletId: number, businessDate: string) {
    const refs = [principalOf(walletId), bonusOf(walletId)];
    const [principal, bonus] = await this.ledger.balances(this.db, refs, businessDate);
    return {
      principalCents: principal?.balance ?? 0,
      bonusCents: bonus?.balance ?? 0,
      heldBonusCents: bonus?.held ?? 0,
    };
  }

  /** What of the gifts that stand in no account is used already, in words; '': nothing. */
  private async usedGifts({ gave, entryId }: ReversibleTopUp): Promise<string> {
    const used: string[] = [];
    for (const { kind, amount } of gave) {
      const { rows, words } = grantKind(kind);
      const gone = rows ? amount - (await rows.unused(this.db, entryId)) : 0;
      if (gone > 0) used.push(`${words['zh-CN']} ${gone}`);
    }
    return used.join('、');
  }

  private async question(topUp: ReversibleTopUp, { storeId, today, reason }: UndoAct) {
    const { memberId, receiptNo, principalCents, bonusCents, points, tender } = topUp;
    const usedGifts = await this.usedGifts(topUp);
    const foreseen = foreseeReversal(await this.look(topUp.walletId, today), topUp);
    return {
      subject: { kind: 'member', id: memberId },
      storeId,
      amountCents: principalCents,
      facts: {
        ...{ receiptNo, bonusCents, points, tender, reason, ...foreseen },
        ...(usedGifts ? { usedGifts } : {}),
      },
      // What is used can't be taken back: somebody else sees that, however small the top-up.
      limitCents: usedGifts ? 0 : await this.approvals.secondFrom('wallet.reverse_top_up'),
      countsOn: today,
    };
  }

  private async post(tx: Tx, topUp: ReversibleTopUp, undo: UndoAct) {
    const { actor, at, today: businessDate, reason } = undo;
    const till = tillOf(actor);
    const { walletId, memberId, principalCents, tender } = topUp;
    const to = { memberId, walletId };
    const [principal, bonus, pointsRef] = [
      principalOf(walletId),
      bonusOf(walletId),
      pointsOf(memberId),
    ];
    const act = {
      kind: 'top_up_reversal',
      businessDate,
      at,
      storeId: till.storeId,
      drawerStoreId: till.storeId,
      staffId: actor.staffId,
      tillId: till.tillId,
      memberId,
      document: { kind: 'top_up_reversal' },
      reason,
      accounts: accountsOf(to, topUp.gave),
    };
    const locked = await this.ledger.lock(tx, act, topUp.entryId);
    const { original } = locked;
    const facts = {
      ...act,
      homeStoreId: original?.homeStoreId ?? null,
      cardStoreId: original?.cardStoreId ?? null,
    };
    const planned = planAct(locked, facts, (books) => {
      const taken = takenFrom(books);
      const [ofPrincipal, ofBonus, ofPoints] = [taken(principal), taken(bonus), taken(pointsRef)];
      const inAccounts = topUp.gave.flatMap((gift) => {
        const ref = grantKind(gift.kind).account(to, gift.terms);
        return ref ? [{ gift, takenNow: taken(ref) }] : [];
      });
      books.reverse({ graceDays: GRACE_DAYS, allowNegativeStock: false });
      return {
        // What expired unspent is gone already: it is not taken again.
        bonusCents: ofBonus().amount - topUp.bonusDebtRepaidCents,
        points: ofPoints().amount,
        principalDebtCents: ofPrincipal().debt,
        bonusDebtCents: ofBonus().debt,
        pointsDebt: ofPoints().debt,
        took: inAccounts.map(({ gift: { kind, account }, takenNow }) => {
          const { amount, debt: owed } = takenNow();
          return { kind, amount, owed, account };
        }),
        principalAfterCents: books.balance(principal).balance,
        bonusAfterCents: books.balance(bonus).balance,
        pointsAfter: books.balance(pointsRef).balance,
      };
    });
    const levelId = await this.levelBack(tx, actor, topUp);
    const receiptNo = await nextReceiptNo(tx, till, businessDate);
    const entryId = await this.ledger.post(tx, planned, receiptNo);
    await this.ledger.reversed(tx, facts, planned.balances, topUp.entryId);
    const { bonusCents, points, principalDebtCents, bonusDebtCents, pointsDebt } = planned.result;
    const by = { entryId, to, storeId: till.storeId, staffId: actor.staffId, businessDate, at };
    const took = [...planned.result.took, ...(await this.takeRows(tx, topUp, by))];
    const taken = { receiptNo, entryId, principalCents, tender, bonusCents, points, took };
    const topUpReversalId = await this.repository.insert(tx, {
      ...taken,
      topUpId: topUp.id,
      walletId,
      memberId,
      storeId: till.storeId,
      tillId: till.tillId,
      staffId: actor.staffId,
      businessDate,
      at,
      principalDebtCents,
      bonusDebtCents,
      pointsDebt,
      levelBackToId: levelId,
      reason,
    });
    const shown = took.map(({ kind, amount, owed }) => ({ kind, amount, owed }));
    return {
      entryId,
      documentId: topUpReversalId,
      result: { ...planned.result, topUpReversalId, ...taken, took: shown, levelId },
      audit: {
        subjectKind: 'top_up',
        subjectId: topUp.id,
        before: { receiptNo: topUp.receiptNo, principalCents, bonusCents, points },
        after: { receiptNo, principalDebtCents, bonusDebtCents, pointsDebt },
      },
      notice: { id: topUpReversalId },
    };
  }

  /** What is kept in no account: whatever nobody has used yet. */
  private async takeRows(tx: Tx, topUp: ReversibleTopUp, by: PostedGift): Promise<TakenGift[]> {
    const took: TakenGift[] = [];
    for (const { kind, amount: given } of topUp.gave) {
      const { rows } = grantKind(kind);
      if (!rows) continue;
      const amount = await rows.takeBack(tx, topUp.entryId, by);
      took.push({ kind, amount, owed: given - amount, account: null });
    }
    return took;
  }

  /** What the top-up raised goes back, unless something newer set the level. */
  private async levelBack(tx: Tx, actor: Actor, topUp: ReversibleTopUp): Promise<number | null> {
    const { levelChangeId, levelFromId, newestLevelChangeId, memberId } = topUp;
    if (!levelChangeId || !levelFromId || levelChangeId !== newestLevelChangeId) return null;
    // Of a record that was merged away since, the survivor's level counts.
    const { live } = await tx.one<{ live: boolean }>(
      "SELECT status = 'active' AS live FROM member WHERE id = $1",
      [memberId],
    );
    if (!live) return null;
    const { changed } = await this.levels.change(tx, actor, memberId, {
      levelId: levelFromId,
      source: 'top_up_reversal',
      reason: topUp.receiptNo,
    });
    return changed ? levelFromId : null;
  }
}

/** Of an account as it stands: what will have been taken from it when asked, and how much of that as debt. */
function takenFrom(books: Books): (ref: AccountRef) => () => { amount: number; debt: number } {
  return (ref) => {
    const before = books.balance(ref);
    return () => {
      const after = books.balance(ref);
      const net = (standing: typeof before) => standing.balance + standing.held - standing.debt;
      return { amount: net(before) - net(after), debt: after.debt - before.debt };
    };
  };
}
