/** How much of something is given, and how: an entry of `gives` of a rule. The other fields are the kind's own. */
export interface GrantTerms {
  kind: string;
}
