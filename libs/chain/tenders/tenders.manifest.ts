import type { Manifest } from '#kernel';
import { moneyTender } from './money.tender.js';
import { tenderKinds } from './tender-kind.js';
import { TendersModule } from './tenders.module.js';
import * as tender from './tender.entity.js';

export const tendersManifest: Manifest = {
  entities: [tender],
  api: TendersModule,
  declares: [tenderKinds(moneyTender)],
};
