import { type Actor } from '#kernel';
import { Settings } from '#chain/settings';
import { StoresService } from '#chain/stores';
import { TendersService } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import type { SessionView } from './session.dto.js';

/** What the screens of somebody who signed in must know of the chain. */
@Injectable()
export class ScreenFacts {
  constructor(
    private readonly stores: StoresService,
    private readonly settings: Settings,
    private readonly tenders: TendersService,
  ) {}

  async of(actor: Actor): Promise<Pick<SessionView, 'stores' | 'settings' | 'tenders'>> {
    return {
      stores: await this.stores.list(actor.storeIds),
      settings: await this.settings.onScreens(),
      tenders: await this.tenders.forScreens(actor.till?.storeId ?? null),
    };
  }
}
