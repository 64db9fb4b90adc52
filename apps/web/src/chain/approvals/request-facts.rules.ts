import type { ApprovalFacts } from '../../approvals/approvals.api.js';

/** What a request says of one balance. */
export interface BalanceLine {
  of: 'principal' | 'bonus' | 'points';
  before: number;
  after: number;
  isMoney: boolean;
}

const BALANCES = ['principal', 'bonus', 'points'] as const;
const KEY = /^(principal|bonus|points)(Before|After)(?:Cents)?$/;

/** The balance that a fact is one side of; null: it is another fact. */
export const balanceOfKey = (key: string): string | null => KEY.exec(key)?.[1] ?? null;

/** Balances before and after an act; without those that are nothing before and after. */
export function balancesOf(facts: ApprovalFacts): BalanceLine[] {
  return BALANCES.flatMap((of) => {
    const isMoney = of !== 'points';
    const unit = isMoney ? 'Cents' : '';
    const [before, after] = [facts[`${of}Before${unit}`], facts[`${of}After${unit}`]];
    if (typeof before !== 'number' || typeof after !== 'number') return [];
    return before === 0 && after === 0 ? [] : [{ of, before, after, isMoney }];
  });
}
