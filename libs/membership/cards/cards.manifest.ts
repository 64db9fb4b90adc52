import { conditions } from '#chain/conditions';
import conditionWords from './words/conditions.locale.js';
import { CARD_CONDITIONS } from './card.conditions.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { CARD_NOTICES } from './card.notices.js';
import { chainSettings } from '#chain/settings';
import { CARD_SETTINGS } from './card.settings.js';
import type { Manifest } from '#kernel';
import { documents } from '#membership/documents';
import { cardChargeDocument } from './card.document.js';
import { CARDS_OF_MEMBERS } from './cards.member-part.js';
import { CardsModule } from './cards.module.js';
import * as cardStock from './card-stock.entity.js';
import * as cardEntities from './card.entity.js';

export const cardsManifest: Manifest = {
  entities: [cardStock, cardEntities],
  api: CardsModule,
  declares: [
    conditions(conditionWords, ...CARD_CONDITIONS),
    chainSettings(CARD_SETTINGS),
    notices(noticeWords, ...CARD_NOTICES),
    CARDS_OF_MEMBERS,
    documents(cardChargeDocument),
  ],
};
