import { Injectable } from '@nestjs/common';
import { Db, OutboxHandler, type JobContext } from '#kernel';
import { Settings, type SettingKey } from '#settings';
import { Gateway } from './gateway.js';
import { debitText, topUpText } from './message.locale.js';
import { suppressionOf, type MessageKind } from './message.rules.js';
import { MessagesRepository, type ActOf } from './messages.repository.js';
import { smsSegments } from './sms.rules.js';

/**
 * The message after an act. Its row is committed as `sending` before the gateway is asked: a run that dies in between
 * is found by the next one, which says `unknown` and never sends again.
 */
@Injectable()
export class ActMessages {
  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
    private readonly settings: Settings,
    private readonly gateway: Gateway,
  ) {}

  @OutboxHandler('wallet.topped_up')
  async toppedUp({ topUpId }: { topUpId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.repository.topUp(this.db, topUpId);
    if (act)
      await this.send(outboxId, 'top_up', 'sms.on_top_up', act, (signature) =>
        topUpText(signature, act),
      );
  }

  @OutboxHandler('sale.posted')
  async salePosted({ saleId }: { saleId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.repository.debit(this.db, saleId);
    if (act)
      await this.send(outboxId, 'wallet_debit', 'sms.on_wallet_debit', act, (signature) =>
        debitText(signature, act),
      );
  }

  private async send(
    outboxId: number,
    kind: MessageKind,
    switchKey: Extract<SettingKey, 'sms.on_top_up' | 'sms.on_wallet_debit'>,
    act: ActOf<object>,
    text: (signature: string) => string,
  ): Promise<void> {
    const { memberId, storeId, phone } = act;
    const reason = suppressionOf(act, {
      wanted: await this.settings.get(switchKey),
      voided: act.voided,
    });
    const body = text(await this.settings.get('sms.signature'));
    const id = await this.repository.insert(this.db, {
      outboxId,
      kind,
      memberId,
      storeId,
      phone,
      body,
      segments: smsSegments(body),
      status: reason ? 'suppressed' : 'sending',
      reason,
      driver: this.gateway.driverName,
    });
    if (id === undefined) return this.repository.markUnknown(this.db, outboxId);
    if (reason || !phone) return;
    await this.repository.settle(
      this.db,
      id,
      await this.gateway.send({ messageId: id, phone, body }),
    );
  }
}
