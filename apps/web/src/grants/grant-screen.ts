import type { GrantTerms } from '#chain/grants/rules';
import type { Component } from 'vue';

/**
 * A kind of what can be given, as the screens know it: declared in `<name>.grant.ts` of its capability's folder. Its other
 * half, what it locks and moves, is declared on the server (`defineGrant`). Its name is `grant.<kind>`.
 */
export interface GrantScreen<Terms extends GrantTerms = GrantTerms> {
  kind: Terms['kind'];
  /** As on the server: its place, and the field of the terms that says how much is given once. */
  order: number;
  figure: string;
  /** Terms of a new rule: they give nothing. */
  blank: Terms;
  /**
   * Fields of the terms in the form of whoever gives. It has `v-model` (the terms, of which a number that can't be read yet is
   * null) and `path` (what stands before the names of its fields).
   */
  fields: Component;
  /** Whether every number is there that has to be, beside the figure. */
  isWhole?(terms: { [Key in keyof Terms]: Terms[Key] | null }): boolean;
  /** So much of it, as figures are written. */
  amount(amount: number): string;
  /** So much of it, in words. */
  words(amount: number): string;
  /** What else the terms say: in short where rules are listed. */
  about?(terms: Terms): string[];
  /** The same for somebody who pays so much today. */
  aboutToday?(terms: Terms, today: string): string;
  /** Stands below its figure before it is given. */
  note?(terms: Terms): string;
}

export const defineGrantScreen = <Terms extends GrantTerms>(screen: GrantScreen<Terms>) =>
  screen as unknown as GrantScreen;
