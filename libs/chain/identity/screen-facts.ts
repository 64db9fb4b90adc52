import { type Actor } from '#kernel';
import { Settings } from '#chain/settings';
import { StoresService } from '#chain/stores';
import { TendersService } from '#chain/tenders';
import { Injectable } from '@nestjs/common';
import type { SessionSettings, SessionView } from './session.dto.js';

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
      settings: await this.settingsForScreens(),
      tenders: await this.tenders.forScreens(actor.till?.storeId ?? null),
    };
  }

  private async settingsForScreens(): Promise<SessionSettings> {
    return {
      idleMinutes: await this.settings.get('session.idle_minutes'),
      pinLimitCents: await this.settings.get('wallet.pin_limit_cents'),
      spendOrder: await this.settings.get('wallet.spend_order'),
      receiptPrint: await this.settings.get('receipt.print'),
      receiptFooter: await this.settings.get('receipt.footer'),
      rounding: await this.settings.get('sale.rounding'),
      quickDiscountable: await this.settings.get('sale.quick_discountable'),
      bonusEarnsPoints: await this.settings.get('points.on_bonus'),
      pointsPay: await this.settings.get('points.pay'),
      pointsPerYuan: await this.settings.get('points.pay_per_yuan'),
      pointsStep: await this.settings.get('points.pay_step'),
      pointsMaxPercent: await this.settings.get('points.pay_percent'),
      allowNegativeStock: await this.settings.get('stock.allow_negative'),
      smsSignature: await this.settings.get('sms.signature'),
      cardDepositCents: await this.settings.get('card.deposit_cents'),
      cardFeeCents: await this.settings.get('card.fee_cents'),
      cardReplaceFeeCents: await this.settings.get('card.replace_fee_cents'),
    };
  }
}
