// What the browser shares about wallets: which top-up rule is in force, and what it gives when.
export {
  type BonusLot,
  bonusLots,
  type BonusTerms,
  giftOf,
  offersInForce,
  type TopUpOffer,
  type TopUpPlace,
} from './top-up.rules.js';
