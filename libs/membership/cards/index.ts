import './card-stock-list.report.js';
import './card-list.report.js';
import './card-range-list.report.js';

export {
  CardOfMember,
  CardRef,
  CardTermsInput,
  IssueCardInput,
  IssuedCardView,
} from './card.dto.js';
export { cardNosInUse, takeCards, type TakenCard } from './card-intake.js';
export { CardError } from './card.errors.js';
export { FamilyCardView, OwnerConsentInput } from './family-card.dto.js';
export { FamilyCards } from './family-cards.service.js';
export { FamilyCardsRepository, type PayerOfCard } from './family-cards.repository.js';
export { tellOwner } from './family-notices.js';
export { OwnerConsents } from './owner-consents.service.js';
export { CardIssues, type CardHolder, type CardTerms } from './card-issues.service.js';
export { CardLosses } from './card-losses.service.js';
export { CardPermission } from './card.permissions.js';
export { PAYER_OF_WALLET } from './payer.query.js';
export { CardStock } from './card-stock.service.js';
export { CardValidity } from './card-validity.service.js';
export { cardsManifest } from './cards.manifest.js';
export { CardsModule } from './cards.module.js';
export { cardQueue, type CardRecord, CardsRepository } from './cards.repository.js';
export { CHAIN_CLOCK } from './chain-clock.js';
export { CardsService, type ClosedCard } from './cards.service.js';
export * from './rules.js';
