// What the HTTP API says. Amounts are integer cents, quantities thousandths, rates basis points;
// `…On` and `businessDate` are 'YYYY-MM-DD', `…At` and `at` ISO instants.
export type * from './shared.types.js';
export type * from './session.types.js';
export type * from './member.types.js';
export type * from './sale.types.js';
export type * from './office.types.js';
