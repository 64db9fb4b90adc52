import { anActiveCard } from '../../../../libs/membership/cards/cards.fixtures.js';
import { aMember } from '../../../../libs/membership/members/members.fixtures.js';
import { type Act, MEMBERS } from './acts.fixtures.js';
import { compareBooks } from './compare.fixtures.js';
import { approval, type Counter, done, identity, onDay, refused } from './counter.fixtures.js';
import { type CardState, type DeskModel, FIRST_DAY } from './desk-model.fixtures.js';
import { DeskValue } from './desk-value.fixtures.js';

/** The desk and the model beside it: each act is done at both, and both must say the same. */
export class Desk extends DeskValue {
  private readonly saleIds: number[] = [];

  private constructor(
    counter: Counter,
    members: { memberId: number; walletId: number }[],
    private readonly cardNos: string[],
  ) {
    super(counter, members);
  }

  static async open(counter: Counter): Promise<Desk> {
    const { db } = counter.api;
    await onDay(counter, FIRST_DAY);
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
      case 'refund':
        return this.refund(act.who, act.points);
      case 'reverse_payout':
        return this.reversePayout(act.payout);
      case 'lock_points':
        return this.lockPoints(act.who, act.points, act.days);
      case 'wait':
        return this.wait(act.days);
      case 'reverse_top_up':
        return this.reverseTopUp(act.topUp);
      case 'adjust':
        return this.adjust(act.who, act.kind, act.amount);
      case 'lose':
        return this.moveCard(this.card(act.card), 'lost', 'lost', {});
      case 'unfreeze':
        return this.moveCard(this.card(act.card), 'unfreeze', 'active', { identity, approval });
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

  private card(index: number): number {
    return index % this.cardNos.length;
  }

  private async issue(who: number): Promise<void> {
    const answer = await this.send(`/api/v1/members/${this.id(who)}/cards`, {}, { feeCents: 0 });
    if (this.model.isMerged(who)) return refused(answer, 'member.merged');
    done(answer);
    this.cardNos.push(answer.body.cardNo as string);
    this.model.cards.push({ who, status: 'active' });
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
    this.model.sales.push({ who, ...taken, undone: false, later: 0, held: [] });
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
    const body = { feeCents: 0, identity, approval };
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
    const settlement = { ...this.settlement(who, 'keep'), reason: '退' };
    const body = { tender: 'cash', approval, ...(last ? { settlement } : { identity }) };
    const path = `/api/v1/cards/${this.cardNos[index]}/closing`;
    const answer = await this.send(path, body, { ...body, reason: '改' });
    if (status === 'lost') return refused(answer, 'card.lost');
    if (status !== 'active') return refused(answer, 'card.not_active');
    done(answer);
    (this.model.cards[index] as DeskModel['cards'][number]).status = 'closed';
    if (last) this.model.settle(who, 'keep');
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
