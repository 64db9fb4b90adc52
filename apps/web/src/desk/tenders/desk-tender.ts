import type { Component } from 'vue';
import type { DeskMember } from '../member/use-desk-member.js';
import type { DeskSettings } from '../desk-settings.js';
import type { ValueKey } from './tender.rules.js';

/** What can be paid by a tender of value, in cents. */
export interface TenderLimit {
  /** Where nothing was typed, of what is open. */
  most(openCents: number): number;
  /** What a typed amount pays: points go in whole steps. */
  pays(cents: number): number;
  /** How many of its own unit that is; null: it has none but money. */
  unitsOf(cents: number): number | null;
}

/** What a tender sees of the sale. */
export interface DeskPaying {
  dueCents: number;
  member: DeskMember;
  settings: DeskSettings;
}

/**
 * A tender that pays by value, not by money, as the till shows it: declared in `<name>.desk-tender.ts` of its capability's
 * folder. Its words are `tender.<code>`.
 */
export interface DeskTender {
  code: string;
  /** Its key. */
  command: ValueKey;
  /** Place among the keys; those of money come after. */
  order: number;
  /** Whose PIN it asks for: as the tender's declaration on the server says. */
  proof: 'wallet' | 'buyer';
  /** Whether the chain has it. */
  offered(settings: DeskSettings): boolean;
  /** Why it can't be chosen, a key of words; null: it can. */
  obstacle(member: DeskMember): string | null;
  limit(paying: DeskPaying): TenderLimit;
  /** Whether the key that pays proposes it where nothing is chosen yet; left out: never. */
  isProposed?(member: DeskMember): boolean;
  /** Said where more is asked than there is, a key of words. */
  tooMuch: string;
  /** Stands below its amount. */
  below: Component;
}

export const defineDeskTender = (tender: DeskTender): DeskTender => tender;
