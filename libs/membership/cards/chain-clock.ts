/** The chain's clock where nobody sits at a till: a list spans many stores. */
export const CHAIN_CLOCK = { timezone: 'Asia/Shanghai', cutoverHour: 0 };
