import { addDays, addMonths, largestRemainder } from '#kernel/rules';
import { type AccountKind, GIFTS, type GiftName, MEMBERS } from './acts.fixtures.js';

/** Value that a person has and cannot spend before its day. */
export interface Held {
  kind: AccountKind;
  amount: number;
  releasesOn: string;
}

/** Of a person: what they have less what they owe, and beside it what is held back. */
export interface Person {
  principal: number;
  bonus: number;
  points: number;
  held: Held[];
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
  /** What was given for later, and the parts of it, which are taken back where they still wait. */
  later: number;
  held: Held[];
}

/** Value that left a wallet: what was taken of each kind and of what was held back. */
export interface Paid extends Omit<Granted, 'held' | 'later'> {
  held: { part: Held; amount: number }[];
  to: { who: number; principal: number } | null;
}

export const FIRST_DAY = '2026-11-22';

/** What the trade says an act does, in a few lines: no lots, no stores, no documents. */
export class DeskModel {
  today = FIRST_DAY;
  readonly people: Person[] = Array.from({ length: MEMBERS }, () => ({
    principal: 0,
    bonus: 0,
    points: 0,
    held: [],
    mergedInto: null,
  }));
  readonly cards: { who: number; status: CardState }[] = Array.from(
    { length: MEMBERS },
    (_, who) => ({ who, status: 'active' }),
  );
  readonly topUps: Granted[] = [];
  readonly sales: Granted[] = [];
  readonly payouts: Paid[] = [];

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

  /** Of a bonus, released or not, the least that leaves with this much principal (R8). */
  bonusLeaving(who: number, principalCents: number, bonus: number): number {
    const principal = this.spendable(who, 'principal');
    return bonus - Math.floor((bonus * (principal - principalCents)) / principal);
  }

  heldOf(who: number, kind: AccountKind): number {
    return this.now(who)
      .held.filter((part) => part.kind === kind)
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  hold(who: number, part: Held): Held {
    this.now(who).held.push(part);
    return part;
  }

  /** What waited for a day until this one is released: it repays what is owed, and the rest can be spent. */
  wait(days: number): void {
    this.today = addDays(this.today, days);
    for (const person of this.people) {
      for (const part of person.held.filter(({ releasesOn }) => releasesOn <= this.today)) {
        person[part.kind] += part.amount;
        part.amount = 0;
      }
      person.held = person.held.filter(({ releasesOn }) => releasesOn > this.today);
    }
  }

  /** Held value that goes: what would be released last goes first, and of one day what was given last. */
  takeHeld(who: number, kind: AccountKind, amount: number): Paid['held'] {
    const latestFirst = this.now(who)
      .held.filter((part) => part.kind === kind)
      .reverse()
      .sort((a, b) => b.releasesOn.localeCompare(a.releasesOn));
    return latestFirst.map((part) => {
      const taken = Math.min(part.amount, amount);
      part.amount -= taken;
      amount -= taken;
      return { part, amount: taken };
    });
  }

  /** Money repays what is owed of the principal, then of the bonus; the rest is principal (golden G21). */
  topUp(who: number, cents: number, gift: GiftName | null): void {
    const { principal, bonus } = this.now(who);
    const owedBonus = Math.min(Math.max(-bonus, 0), Math.max(cents - Math.max(-principal, 0), 0));
    const given = gift ? GIFTS[gift] : null;
    const later = given && given.instalments > 1;
    const granted = {
      principal: cents - owedBonus,
      bonus: owedBonus + (given && !later ? given.bonusCents : 0),
      points: given?.points ?? 0,
    };
    const parts = later ? largestRemainder(given.bonusCents, Array(given.instalments).fill(1)) : [];
    const held = parts.map((amount, month) =>
      this.hold(who, { kind: 'bonus', amount, releasesOn: addMonths(this.today, month + 1) }),
    );
    this.topUps.push({
      ...{ who, ...granted, undone: false },
      ...{ later: later ? given.bonusCents : 0, held },
    });
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
    let spent = granted.later;
    for (const part of granted.held) {
      spent -= part.amount;
      part.amount = 0;
    }
    this.add(granted.who, 'bonus', -spent);
  }

  /** A payout undone: what was held waits again, unless its day has come. */
  undoPayout(paid: Paid): void {
    paid.undone = true;
    for (const kind of ['principal', 'bonus', 'points'] as const)
      this.add(paid.who, kind, paid[kind]);
    for (const { part, amount } of paid.held) {
      if (part.releasesOn > this.today) part.amount += amount;
      else this.add(paid.who, part.kind, amount);
    }
    if (paid.to) this.add(paid.to.who, 'principal', -paid.to.principal);
  }

  merge(who: number, into: number): void {
    const [from, to] = [this.person(who), this.person(into)];
    to.principal += from.principal;
    to.bonus += from.bonus;
    to.points += from.points;
    to.held.push(...from.held);
    Object.assign(from, { principal: 0, bonus: 0, points: 0, held: [], mergedInto: into });
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

  /** A wallet that is settled: all principal is paid, bonus ends, released or not, debts are waived. */
  settle(who: number, points: 'keep' | 'forfeit'): Paid {
    const person = this.now(who);
    const { principal, bonus } = person;
    const kept = points === 'keep' ? Math.max(person.points, 0) : 0;
    const paid = { who, principal, bonus, points: person.points - kept, undone: false, to: null };
    Object.assign(person, { principal: 0, bonus: 0, points: kept });
    const kinds = points === 'keep' ? (['bonus'] as const) : (['bonus', 'points'] as const);
    return { ...paid, held: kinds.flatMap((kind) => this.takeHeld(who, kind, Infinity)) };
  }
}
