import { defineDeskTender } from '../../desk/tenders/desk-tender.js';
import WalletBelow from './WalletBelow.vue';

/** 储值: as much as can be spent, principal and bonus together. */
export const tender = defineDeskTender({
  code: 'wallet',
  command: 'tenderWallet',
  order: 10,
  proof: 'wallet',
  offered: () => true,
  obstacle: ({ walletState }) =>
    walletState.value === 'ready' ? null : `desk.wallet.state.${walletState.value}`,
  limit: ({ member }) => {
    const spendableCents = Math.max(member.spendableCents.value, 0);
    return {
      most: (openCents) => Math.min(openCents, spendableCents),
      pays: (cents) => cents,
      unitsOf: () => null,
    };
  },
  isProposed: ({ spendableCents }) => spendableCents.value > 0,
  tooMuch: 'desk.pay.hint.wallet_short',
  below: WalletBelow,
});
