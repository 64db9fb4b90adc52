export const STORES = 20;
export const MEMBERS = 20_000;
export const PRODUCTS = 1_000;
export const PASSWORD = 'bench-chain';
export const PAY_RATE_BPS = 9_000;
/** Every product is alike: the measurement shows the checkout, not the luck of the draw. */
export const PRICE_CENTS = 19_90;

export const loginOf = (storeId: number): string => `cashier${storeId}`;
export const storeCodeOf = (storeId: number): string => `B${String(storeId).padStart(2, '0')}`;
/** Members shop where they joined. */
export const storeOf = (memberId: number): number => ((memberId - 1) % STORES) + 1;
export const cardNoOf = (memberId: number): string => `6800${String(memberId).padStart(12, '0')}`;
