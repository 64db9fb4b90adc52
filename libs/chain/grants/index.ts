// What a kind of thing that is given declares. Below all that is given and all that gives: neither knows the other by name.
export {
  declaredGrants,
  defineGrant,
  GRANT_INPUTS,
  grantKind,
  grantKinds,
  type GrantRules,
  grantRules,
  giftsOf,
  onceOf,
} from './grant-kind.js';
export type {
  Gift,
  GivingAct,
  GrantKind,
  GrantReceiver,
  GrantRows,
  PostedGift,
} from './grant-kind.types.js';
export * from './rules.js';
