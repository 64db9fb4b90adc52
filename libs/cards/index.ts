export { CardOfMember, CardTermsInput, MONEY_TENDERS, type MoneyTender } from './card.dto.js';
export { CardStockDocument, CardStockLine } from './card-stock.entity.js';
export { Card, CardCharge, CardExtension, CardRange, CardVirtualCode } from './card.entity.js';
export { CardError } from './card.errors.js';
export { CardPermission } from './card.permissions.js';
export { CardsModule } from './cards.module.js';
export { type CardRecord, CardsRepository } from './cards.repository.js';
export { type CardTerms, CardsService } from './cards.service.js';
export * from './rules.js';
