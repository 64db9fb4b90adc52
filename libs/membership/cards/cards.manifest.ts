import { chainSettings } from '#chain/settings';
import { CARD_SETTINGS } from './card.settings.js';
import type { Manifest } from '#kernel';
import { bookChecks, entryKinds } from '#ledger';
import { CARD_KINDS } from './card.kinds.js';
import { CARD_CHECKS } from './card.checks.js';
import { CARDS_OF_MEMBERS } from './cards.member-part.js';
import { CARD_TIMELINE } from './card.timeline.js';
import { CardsModule } from './cards.module.js';
import * as cardStock from './card-stock.entity.js';
import * as cardEntities from './card.entity.js';

export const cardsManifest: Manifest = {
  entities: [cardStock, cardEntities],
  api: CardsModule,
  declares: [
    chainSettings(CARD_SETTINGS),
    CARD_TIMELINE,
    CARDS_OF_MEMBERS,
    entryKinds(...CARD_KINDS),
    bookChecks(...CARD_CHECKS),
  ],
};
