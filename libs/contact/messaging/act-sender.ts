import { Injectable } from '@nestjs/common';
import { Db } from '#kernel';
import { type Composed, type Notice, signed } from '#chain/notices';
import { Settings } from '#chain/settings';
import { settleMessage } from './bulk-messages.js';
import { Gateway } from './gateway.js';
import { suppressionOf } from './message.rules.js';
import { MessagesRepository } from './messages.repository.js';
import { smsSegments } from './sms.rules.js';

/**
 * Sends the message after an act. Its row is committed as `sending` before the gateway is asked: a run that dies in
 * between is found by the next one, which says `unknown` and never sends again.
 */
@Injectable()
export class ActSender {
  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
    private readonly settings: Settings,
    private readonly gateway: Gateway,
  ) {}

  async send(
    outboxId: number,
    { kind, setting, security }: Pick<Notice, 'kind' | 'setting' | 'security'>,
    { memberId, storeId, voided, text, ...act }: Composed,
  ): Promise<void> {
    const addressee = await this.repository.addressee(this.db, memberId);
    const phone = act.phone ?? addressee.phone;
    const wanted = await this.settings.get(setting);
    const reason = suppressionOf({ ...addressee, phone }, { security, wanted, voided });
    const body = signed(await this.settings.get('sms.signature'), text);
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
    if (id === undefined) return this.repository.markUnknown(this.db, outboxId, kind);
    if (reason || !phone) return;
    const answer = await this.gateway.send({ messageId: id, phone, body });
    await settleMessage(this.db, id, answer);
  }
}
