import { type AccountKind, MEMBERS } from './acts.fixtures.js';

/** Of a person: what they have less what they owe. The desk shows one or the other, never both. */
export interface Person {
  principal: number;
  bonus: number;
  points: number;
  /** Ended by a merge into this one. */
  mergedInto: number | null;
}

export type CardState = 'active' | 'lost' | 'replaced' | 'closed';

export interface Granted {
  who: number;
  principal: number;
  bonus: number;
  points: number;
  undone: boolean;
}

export const GIFT = { payCents: 100_00, bonusCents: 15_00, points: 20 };

/** What the trade says an act does, in a few lines: no lots, no stores, no documents. */
export class DeskModel {
  readonly people: Person[] = Array.from({ length: MEMBERS }, () => ({
    principal: 0,
    bonus: 0,
    points: 0,
    mergedInto: null,
  }));
  readonly cards: { who: number; status: CardState }[] = Array.from(
    { length: MEMBERS },
    (_, who) => ({ who, status: 'active' }),
  );
  readonly topUps: Granted[] = [];
  readonly sales: Granted[] = [];

  person(who: number): Person {
    return this.people[who] as Person;
  }

  /** Who a person is by now. */
  now(who: number): Person {
    const person = this.person(who);
    return person.mergedInto === null ? person : this.now(person.mergedInto);
  }

  isMerged(who: number): boolean {
    return this.person(who).mergedInto !== null;
  }

  /** What can be spent. */
  spendable(who: number, kind: AccountKind): number {
    return Math.max(this.now(who)[kind], 0);
  }

  add(who: number, kind: AccountKind, amount: number): void {
    this.now(who)[kind] += amount;
  }

  /** Principal and bonus in proportion, a half up (R1). */
  split(who: number, cents: number): { principal: number; bonus: number } | null {
    const [principal, bonus] = [this.spendable(who, 'principal'), this.spendable(who, 'bonus')];
    if (cents > principal + bonus) return null;
    if (cents === 0) return { principal: 0, bonus: 0 };
    const part = Math.floor(
      (2 * cents * principal + principal + bonus) / (2 * (principal + bonus)),
    );
    return { principal: part, bonus: cents - part };
  }

  /** The least bonus that leaves with this much principal (R8). */
  bonusLeaving(who: number, principalCents: number): number {
    const [principal, bonus] = [this.spendable(who, 'principal'), this.spendable(who, 'bonus')];
    return bonus - Math.floor((bonus * (principal - principalCents)) / principal);
  }

  /** Money repays what is owed of the principal, then of the bonus; the rest is principal (golden G21). */
  topUp(who: number, cents: number, gift: typeof GIFT | null): void {
    const { principal, bonus } = this.now(who);
    const owedBonus = Math.min(Math.max(-bonus, 0), Math.max(cents - Math.max(-principal, 0), 0));
    const granted = {
      principal: cents - owedBonus,
      bonus: owedBonus + (gift?.bonusCents ?? 0),
      points: gift?.points ?? 0,
    };
    this.topUps.push({ who, ...granted, undone: false });
    this.add(who, 'principal', granted.principal);
    this.add(who, 'bonus', granted.bonus);
    this.add(who, 'points', granted.points);
  }

  /** A top-up or a sale of the wallet, undone as a whole: whoever the member is by now. */
  undo(granted: Granted): void {
    granted.undone = true;
    this.add(granted.who, 'principal', -granted.principal);
    this.add(granted.who, 'bonus', -granted.bonus);
    this.add(granted.who, 'points', -granted.points);
  }

  merge(who: number, into: number): void {
    const [from, to] = [this.person(who), this.person(into)];
    to.principal += from.principal;
    to.bonus += from.bonus;
    to.points += from.points;
    Object.assign(from, { principal: 0, bonus: 0, points: 0, mergedInto: into });
    for (const card of this.cards) if (card.who === who) card.who = into;
  }

  /** Cards of the same person that are still in use. */
  othersInUse(index: number): number {
    const card = this.cards[index];
    return this.cards.filter(
      (other, at) =>
        at !== index && other.who === card?.who && ['active', 'lost'].includes(other.status),
    ).length;
  }

  /** The last card of a wallet settles it: all principal is paid, bonus ends, debts are waived, points stay. */
  settle(who: number): void {
    const person = this.now(who);
    Object.assign(person, { principal: 0, bonus: 0, points: Math.max(person.points, 0) });
  }
}
