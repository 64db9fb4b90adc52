import { Injectable } from '@nestjs/common';
import { Db } from '#kernel';
import { Settings } from '#chain/settings';
import type { NoticeSetting } from '#membership/documents';
import { settleMessage } from './bulk-messages.js';
import { Gateway } from './gateway.js';
import { suppressionOf, type MessageKind } from './message.rules.js';
import { MessagesRepository, type ActOf } from './messages.repository.js';
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
    kind: MessageKind,
    switchKey: NoticeSetting,
    act: ActOf<object>,
    text: (signature: string) => string,
  ): Promise<void> {
    const { memberId, storeId, phone } = act;
    const wanted = await this.settings.get(switchKey);
    const reason = suppressionOf(act, { kind, wanted, voided: act.voided });
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
    if (id === undefined) return this.repository.markUnknown(this.db, outboxId, kind);
    if (reason || !phone) return;
    const answer = await this.gateway.send({ messageId: id, phone, body });
    await settleMessage(this.db, id, answer);
  }
}
