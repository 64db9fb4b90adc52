import { Injectable, Logger } from '@nestjs/common';
import { Clock, Db, OutboxHandler, type JobContext } from '#kernel';
import { Settings, type SettingKey } from '#settings';
import { debitText, topUpText } from './message.locale.js';
import { suppressionOf, type MessageKind } from './message.rules.js';
import { MessagesRepository, type ActOf } from './messages.repository.js';
import { smsSegments } from './sms.rules.js';
import { SmsDriver, SmsRefused } from './sms-driver.js';

/**
 * The message after an act. Its row is committed as `sending` before the gateway is asked: a run that dies in between
 * is found by the next one, which says `unknown` and never sends again.
 */
@Injectable()
export class ActMessages {
  private readonly logger = new Logger(ActMessages.name);

  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
    private readonly settings: Settings,
    private readonly driver: SmsDriver,
    private readonly clock: Clock,
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
      driver: this.driver.name,
    });
    if (id === undefined) return this.repository.markUnknown(this.db, outboxId);
    if (reason || !phone) return;
    await this.repository.settle(this.db, id, await this.ask({ messageId: id, phone, body }));
  }

  private async ask(sms: {
    messageId: number;
    phone: string;
    body: string;
  }): Promise<Parameters<MessagesRepository['settle']>[2]> {
    try {
      const { providerId } = await this.driver.send(sms);
      return { status: 'sent', reason: null, providerId, at: this.clock.now() };
    } catch (error) {
      if (error instanceof SmsRefused)
        return { status: 'failed', reason: error.reason, providerId: null, at: null };
      this.logger.warn({ err: error, message: sms.messageId }, 'the gateway gave no clear answer');
      return { status: 'unknown', reason: 'no_answer', providerId: null, at: null };
    }
  }
}
