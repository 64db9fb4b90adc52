import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel/rules';
import { House, Ledger, pointsOf } from '#ledger';
import type { TestAnswer } from '#workshop/testing';
import { type AccountKind, GIFTS, type GiftName } from './acts.fixtures.js';
import { approval, type Counter, done, onDay, refused } from './counter.fixtures.js';
import { DeskModel, type Granted } from './desk-model.fixtures.js';

interface Sent {
  path: string;
  body: object;
  /** Another request under the same key. */
  changed: object;
  key: string;
  answer: TestAnswer;
}

/** What moves value at the desk without a card, and the model beside it. */
export abstract class DeskValue {
  readonly model = new DeskModel();
  protected readonly sent: Sent[] = [];
  private readonly topUpIds: number[] = [];
  private readonly payoutIds: number[] = [];

  protected constructor(
    protected readonly counter: Counter,
    protected readonly members: { memberId: number; walletId: number }[],
  ) {}

  protected id(who: number): number {
    return this.members[who]?.memberId ?? 0;
  }

  protected async send(path: string, body: object, changed: object): Promise<TestAnswer> {
    const key = randomUUID();
    const answer = await this.counter.manager.post(path, body, { key });
    if (answer.status < 300) this.sent.push({ path, body, changed, key, answer });
    return answer;
  }

  protected async topUp(who: number, cents: number, gift: GiftName | null): Promise<void> {
    const amountCents = gift ? GIFTS[gift].payCents : cents;
    const body = { amountCents, tender: 'cash', ruleId: gift ? this.counter.ruleIds[gift] : null };
    const path = `/api/v1/members/${this.id(who)}/top-ups`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    done(answer);
    this.topUpIds.push(answer.body.topUpId as number);
    this.model.topUp(who, amountCents, gift);
  }

  protected async reverseTopUp(which: number): Promise<void> {
    const index = which % (this.topUpIds.length || 1);
    const topUp = this.model.topUps[index];
    if (!topUp) return;
    const path = `/api/v1/top-ups/${this.topUpIds[index]}/reversal`;
    const answer = await this.send(path, { reason: '误' }, { reason: '错' });
    this.undone(answer, topUp, 'wallet.top_up_reversed');
  }

  protected undone(answer: TestAnswer, granted: Granted, already: string): void {
    if (granted.undone) return refused(answer, already);
    done(answer);
    this.model.undo(granted);
  }

  protected async withdraw(who: number, percent: number): Promise<void> {
    const amountCents = this.share(who, percent);
    const body = { amountCents, tender: 'cash', approval };
    const path = `/api/v1/members/${this.id(who)}/withdrawals`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    this.left(answer, who, amountCents, null);
  }

  protected async transfer(who: number, to: number, percent: number): Promise<void> {
    const amountCents = this.share(who, percent);
    const body = { toMemberId: this.id(to), amountCents, approval };
    const path = `/api/v1/members/${this.id(who)}/transfers`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    if (who === to) return refused(answer, 'payout.same_member');
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    if (this.model.isMerged(to)) return refused(answer, 'member.merged');
    this.left(answer, who, amountCents, to);
  }

  private share(who: number, percent: number): number {
    return Math.max(1, Math.floor((this.model.spendable(who, 'principal') * percent) / 100));
  }

  /**
   * Principal left a wallet, and bonus with it, released or not: at least in proportion, more where bonus was worth
   * more than its share.
   */
  private left(answer: TestAnswer, who: number, amountCents: number, to: number | null): void {
    const { model } = this;
    if (model.isMerged(who)) return refused(answer, 'member.merged');
    if (amountCents > model.spendable(who, 'principal'))
      return refused(answer, 'payout.above_principal');
    done(answer);
    const within = (cents: number, of: number): number => {
      expect(cents).toBeGreaterThanOrEqual(model.bonusLeaving(who, amountCents, of));
      expect(cents).toBeLessThanOrEqual(of);
      return cents;
    };
    const bonus = within(answer.body.bonusVoidCents as number, model.spendable(who, 'bonus'));
    const held = within(answer.body.heldVoidCents as number, model.heldOf(who, 'bonus'));
    this.payoutIds.push(answer.body.payoutId as number);
    model.payouts.push({
      ...{ who, principal: amountCents, bonus, points: 0, undone: false },
      held: model.takeHeld(who, 'bonus', held),
      to: to === null ? null : { who: to, principal: amountCents },
    });
    model.add(who, 'principal', -amountCents);
    model.add(who, 'bonus', -bonus);
    if (to !== null) model.add(to, 'principal', amountCents);
  }

  protected async refund(who: number, points: 'keep' | 'forfeit'): Promise<void> {
    const { model } = this;
    const path = `/api/v1/members/${this.id(who)}/wallet-refunds`;
    const body = { ...this.settlement(who, points), reason: '退', approval };
    const answer = await this.send(path, body, { ...body, reason: '改' });
    if (model.isMerged(who)) return refused(answer, 'member.merged');
    const { principal, bonus } = model.now(who);
    const forfeits =
      points === 'forfeit' && model.spendable(who, 'points') + model.heldOf(who, 'points') > 0;
    if (!principal && !bonus && !model.heldOf(who, 'bonus') && !forfeits)
      return refused(answer, 'payout.nothing_to_refund');
    done(answer);
    this.payoutIds.push(answer.body.payoutId as number);
    model.payouts.push(model.settle(who, points));
  }

  protected settlement(who: number, points: 'keep' | 'forfeit'): object {
    const person = this.model.now(who);
    return {
      ...{ basis: 'principal', amountCents: Math.max(person.principal, 0), tender: 'cash' },
      ...{ giftPoints: 'leave', points, pointsDebtCents: 0 },
      walletDebt: person.principal < 0 || person.bonus < 0 ? 'waive' : null,
      pointsDebt: person.points < 0 ? 'waive' : null,
    };
  }

  protected async reversePayout(which: number): Promise<void> {
    const index = which % (this.payoutIds.length || 1);
    const payout = this.model.payouts[index];
    if (!payout) return;
    const path = `/api/v1/payouts/${this.payoutIds[index]}/reversal`;
    const answer = await this.send(path, { reason: '误' }, { reason: '错' });
    if (payout.undone) return refused(answer, 'payout.already_reversed');
    done(answer);
    this.model.undoPayout(payout);
  }

  /** No act of the desk gives points for later yet; the ledger can, and every act has to leave them alone. */
  protected async lockPoints(who: number, points: number, days: number): Promise<void> {
    if (this.model.isMerged(who)) return;
    const { db, org } = this.counter.api;
    const releasesOn = addDays(this.model.today, days);
    const account = pointsOf(this.id(who));
    const act = {
      ...{ kind: 'bonus_grant', businessDate: this.model.today, at: new Date() },
      ...{ storeId: org.renminId, staffId: org.staffIds.manager, accounts: [account] },
    };
    const terms = { against: House.pointsIssued(org.renminId), terms: 'gift', releasesOn };
    await db.write((tx) => new Ledger().act(tx, act, (b) => b.grant(account, points, terms)));
    this.model.hold(who, { kind: 'points', amount: points, releasesOn });
  }

  protected async wait(days: number): Promise<void> {
    this.model.wait(days);
    await onDay(this.counter, this.model.today);
  }

  protected async adjust(who: number, kind: AccountKind, amount: number): Promise<void> {
    const path = `/api/v1/members/${this.id(who)}/${kind === 'points' ? 'points' : 'wallet'}-adjustments`;
    const body =
      kind === 'points'
        ? { points: amount, reason: '补' }
        : { kind, amountCents: amount, reason: '补' };
    const answer = await this.send(path, body, { ...body, reason: '改' });
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    if (-amount > this.model.spendable(who, kind))
      return refused(
        answer,
        kind === 'points' ? 'ledger.insufficient_points' : 'ledger.insufficient',
      );
    done(answer);
    this.model.add(who, kind, amount);
  }
}
