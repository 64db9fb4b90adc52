// What the browser shares about what can be given. The kinds themselves are declared on both sides.
export type { GrantTerms } from './grant.rules.js';
