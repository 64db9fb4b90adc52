import { conditions } from '#chain/conditions';
import conditionWords from './words/conditions.locale.js';
import { SALE_CONDITIONS } from './sale.conditions.js';
import { notices } from '#chain/notices';
import noticeWords from './words/notices.locale.js';
import { SALE_NOTICES } from './sale.notices.js';
import { chainSettings } from '#chain/settings';
import { SALE_SETTINGS } from './sale.settings.js';
import type { Manifest } from '#kernel';
import { sql } from '#kernel/lists';
import { documents } from '#membership/documents';
import { saleLines } from '#goods/lines';
import { productLine } from './lines/product.line.js';
import { saleDocument } from './sale.document.js';
import { SALES_OF_MEMBERS } from './sales.member-part.js';
import { memberVisits } from '#membership/members';
import { SalesModule } from './sales.module.js';
import * as openSale from './open-sale.entity.js';
import * as saleEntities from './sale.entity.js';

export const salesManifest: Manifest = {
  entities: [openSale, saleEntities],
  api: SalesModule,
  declares: [
    conditions(conditionWords, ...SALE_CONDITIONS),
    notices(noticeWords, ...SALE_NOTICES),
    chainSettings(SALE_SETTINGS),
    memberVisits.says(sql`SELECT id, member_id, business_date FROM sale WHERE voided_at IS NULL`),
    SALES_OF_MEMBERS,
    documents(saleDocument),
    saleLines(productLine),
  ],
};
