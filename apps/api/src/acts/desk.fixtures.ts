import { randomUUID } from 'node:crypto';
import type { TestAnswer } from '#testing';
import { anActiveCard } from '../../../../libs/cards/cards.fixtures.js';
import { aMember } from '../../../../libs/members/members.fixtures.js';
import { type Act, type AccountKind, MEMBERS } from './acts.fixtures.js';
import { compareBooks } from './compare.fixtures.js';
import { approval, type Counter, done, identity, refused } from './counter.fixtures.js';
import { type CardState, DeskModel, GIFT, type Granted } from './desk-model.fixtures.js';

interface Sent {
  path: string;
  body: object;
  /** Another request under the same key. */
  changed: object;
  key: string;
  answer: TestAnswer;
}

/** The desk and the model beside it: each act is done at both, and both must say the same. */
export class Desk {
  readonly model = new DeskModel();
  private readonly sent: Sent[] = [];
  private readonly saleIds: number[] = [];
  private readonly topUpIds: number[] = [];

  private constructor(
    private readonly counter: Counter,
    private readonly members: { memberId: number; walletId: number }[],
    private readonly cardNos: string[],
  ) {}

  static async open(counter: Counter): Promise<Desk> {
    const { db } = counter.api;
    const [members, cardNos] = [[] as { memberId: number; walletId: number }[], [] as string[]];
    while (members.length < MEMBERS) {
      const member = await aMember(db);
      members.push(member);
      cardNos.push((await anActiveCard(db, member)).cardNo);
    }
    return new Desk(counter, members, cardNos);
  }

  async perform(act: Act): Promise<void> {
    switch (act.act) {
      case 'issue':
        return this.issue(act.who);
      case 'top_up':
        return this.topUp(act.who, act.cents, act.gift);
      case 'sell':
        return this.sell(this.card(act.card), act.cents, act.walletPercent);
      case 'void':
        return this.voidSale(act.sale);
      case 'withdraw':
        return this.withdraw(act.who, act.percent);
      case 'transfer':
        return this.transfer(act.who, act.to, act.percent);
      case 'reverse_top_up':
        return this.reverseTopUp(act.topUp);
      case 'adjust':
        return this.adjust(act.who, act.kind, act.amount);
      case 'lose':
        return this.moveCard(this.card(act.card), 'lost', 'lost', {});
      case 'unfreeze':
        return this.moveCard(this.card(act.card), 'unfreeze', 'active', { identity });
      case 'replace':
        return this.replace(this.card(act.card));
      case 'close':
        return this.close(this.card(act.card));
      case 'merge':
        return this.merge(act.who, act.into);
      case 'replay':
        return this.replay(act.which, act.changed);
    }
  }

  /** What the books say now is what the model says. */
  compare(): Promise<void> {
    return compareBooks(this.counter.api.db, this.model, this.members, this.cardNos);
  }

  private id(who: number): number {
    return this.members[who]?.memberId ?? 0;
  }

  private card(index: number): number {
    return index % this.cardNos.length;
  }

  private async send(path: string, body: object, changed: object): Promise<TestAnswer> {
    const key = randomUUID();
    const answer = await this.counter.manager.post(path, body, { key });
    if (answer.status < 300) this.sent.push({ path, body, changed, key, answer });
    return answer;
  }

  private async issue(who: number): Promise<void> {
    const answer = await this.send(`/api/v1/members/${this.id(who)}/cards`, {}, { feeCents: 0 });
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    done(answer);
    this.cardNos.push(answer.body.cardNo as string);
    this.model.cards.push({ who, status: 'active' });
  }

  private async topUp(who: number, cents: number, gift: boolean): Promise<void> {
    const amountCents = gift ? GIFT.payCents : cents;
    const body = { amountCents, tender: 'cash', ruleId: gift ? this.counter.ruleId : null };
    const path = `/api/v1/members/${this.id(who)}/top-ups`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    done(answer);
    this.topUpIds.push(answer.body.topUpId as number);
    this.model.topUp(who, amountCents, gift ? GIFT : null);
  }

  private async sell(index: number, cents: number, walletPercent: number): Promise<void> {
    const walletCents = Math.floor((cents * walletPercent) / 100);
    const tenders = [
      { tender: 'wallet', amountCents: walletCents },
      { tender: 'cash', amountCents: cents - walletCents, givenCents: cents - walletCents },
    ].filter(({ amountCents }) => amountCents > 0);
    const line = { productId: this.counter.serviceId, qtyMilli: cents * 1_000, unitPriceCents: 1 };
    const body = { cardNo: this.cardNos[index], lines: [line], tenders, dueCents: cents };
    const answer = await this.send('/api/v1/sales', body, { ...body, note: 'x' });
    const { who, status } = this.model.cards[index] as DeskModel['cards'][number];
    if (status === 'lost') return refused(answer, 'card.lost');
    if (status !== 'active') return refused(answer, 'card.not_active');
    const split = this.model.split(who, walletCents);
    if (!split) return refused(answer, 'ledger.insufficient');
    done(answer);
    const points = Math.floor((cents - split.bonus) / 100);
    expect(answer.body).toMatchObject({
      principalCents: split.principal,
      bonusCents: split.bonus,
      pointsEarned: points,
    });
    const taken = { principal: -split.principal, bonus: -split.bonus, points };
    this.saleIds.push(answer.body.saleId as number);
    this.model.sales.push({ who, ...taken, undone: false });
    this.model.add(who, 'principal', taken.principal);
    this.model.add(who, 'bonus', taken.bonus);
    this.model.add(who, 'points', points);
  }

  private async voidSale(which: number): Promise<void> {
    const index = which % (this.saleIds.length || 1);
    const sale = this.model.sales[index];
    if (!sale) return;
    const path = `/api/v1/sales/${this.saleIds[index]}/void`;
    const answer = await this.send(path, { reason: '误' }, { reason: '错' });
    this.undone(answer, sale, 'sale.already_voided');
  }

  private async reverseTopUp(which: number): Promise<void> {
    const index = which % (this.topUpIds.length || 1);
    const topUp = this.model.topUps[index];
    if (!topUp) return;
    const path = `/api/v1/top-ups/${this.topUpIds[index]}/reversal`;
    const answer = await this.send(path, { reason: '误' }, { reason: '错' });
    this.undone(answer, topUp, 'wallet.top_up_reversed');
  }

  private undone(answer: TestAnswer, granted: Granted, already: string): void {
    if (granted.undone) return refused(answer, already);
    done(answer);
    this.model.undo(granted);
  }

  private async withdraw(who: number, percent: number): Promise<void> {
    const amountCents = this.share(who, percent);
    const body = { amountCents, tender: 'cash', approval };
    const path = `/api/v1/members/${this.id(who)}/withdrawals`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    this.left(answer, who, amountCents);
  }

  private async transfer(who: number, to: number, percent: number): Promise<void> {
    const amountCents = this.share(who, percent);
    const body = { toMemberId: this.id(to), amountCents, approval };
    const path = `/api/v1/members/${this.id(who)}/transfers`;
    const answer = await this.send(path, body, { ...body, amountCents: amountCents + 1 });
    if (who === to) return refused(answer, 'payout.same_member');
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    if (this.model.isMerged(to)) return refused(answer, 'member.merged');
    if (this.left(answer, who, amountCents)) this.model.add(to, 'principal', amountCents);
  }

  private share(who: number, percent: number): number {
    return Math.max(1, Math.floor((this.model.spendable(who, 'principal') * percent) / 100));
  }

  /** Principal left a wallet, and bonus with it: at least in proportion, more where bonus was worth more than its share. */
  private left(answer: TestAnswer, who: number, amountCents: number): boolean {
    if (this.model.isMerged(who)) refused(answer, 'member.merged');
    else if (amountCents > this.model.spendable(who, 'principal'))
      refused(answer, 'payout.above_principal');
    else {
      done(answer);
      const bonus = answer.body.bonusVoidCents as number;
      expect(bonus).toBeGreaterThanOrEqual(this.model.bonusLeaving(who, amountCents));
      expect(bonus).toBeLessThanOrEqual(this.model.spendable(who, 'bonus'));
      this.model.add(who, 'principal', -amountCents);
      this.model.add(who, 'bonus', -bonus);
      return true;
    }
    return false;
  }

  private async adjust(who: number, kind: AccountKind, amount: number): Promise<void> {
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

  private async moveCard(
    index: number,
    act: 'lost' | 'unfreeze',
    to: CardState,
    body: object,
  ): Promise<void> {
    const path = `/api/v1/cards/${this.cardNos[index]}/${act}`;
    const answer = await this.send(path, body, { ...body, reason: '改' });
    const card = this.model.cards[index] as DeskModel['cards'][number];
    if (act === 'lost' && card.status !== 'active') return refused(answer, 'card.not_active');
    if (act === 'unfreeze' && card.status !== 'lost') return refused(answer, 'card.not_lost');
    done(answer);
    card.status = to;
  }

  private async replace(index: number): Promise<void> {
    const path = `/api/v1/cards/${this.cardNos[index]}/replacement`;
    const body = { feeCents: 0, identity };
    const answer = await this.send(path, body, { ...body, reason: '改' });
    const card = this.model.cards[index] as DeskModel['cards'][number];
    if (!['active', 'lost'].includes(card.status)) return refused(answer, 'card.not_active');
    done(answer);
    card.status = 'replaced';
    this.cardNos.push(answer.body.cardNo as string);
    this.model.cards.push({ who: card.who, status: 'active' });
  }

  private async close(index: number): Promise<void> {
    const { who, status } = this.model.cards[index] as DeskModel['cards'][number];
    const last = this.model.othersInUse(index) === 0;
    const amountCents = this.model.spendable(who, 'principal');
    const { principal, bonus, points } = this.model.now(who);
    const settlement = {
      ...{ basis: 'principal', amountCents, tender: 'cash', reason: '退', giftPoints: 'leave' },
      ...{ points: 'keep', pointsDebtCents: 0 },
      walletDebt: principal < 0 || bonus < 0 ? 'waive' : null,
      pointsDebt: points < 0 ? 'waive' : null,
    };
    const body = { tender: 'cash', approval, ...(last ? { settlement } : {}) };
    const path = `/api/v1/cards/${this.cardNos[index]}/closing`;
    const answer = await this.send(path, body, { ...body, reason: '改' });
    if (status === 'lost') return refused(answer, 'card.lost');
    if (status !== 'active') return refused(answer, 'card.not_active');
    done(answer);
    (this.model.cards[index] as DeskModel['cards'][number]).status = 'closed';
    if (last) this.model.settle(who);
  }

  private async merge(who: number, into: number): Promise<void> {
    const body = { mergedMemberId: this.id(who) };
    const path = `/api/v1/members/${this.id(into)}/merge`;
    const answer = await this.send(path, body, { ...body, reason: '改' });
    if (who === into) return refused(answer, 'merge.same_member');
    if (this.model.isMerged(who) || this.model.isMerged(into))
      return refused(answer, 'member.merged');
    done(answer);
    this.model.merge(who, into);
  }

  /** The same key again: the first answer to the same request, a refusal to another one, and nothing happens. */
  private async replay(which: number, changed: boolean): Promise<void> {
    const earlier = this.sent[which % (this.sent.length || 1)];
    if (!earlier) return;
    const { path, key, answer: first } = earlier;
    const body = changed ? earlier.changed : earlier.body;
    const answer = await this.counter.manager.post(path, body, { key });
    if (changed) return refused(answer, 'command.key_reused');
    expect({ status: answer.status, body: answer.body }).toEqual({
      status: first.status,
      body: first.body,
    });
    expect(answer.headers['idempotency-replayed']).toBe('true');
  }
}
