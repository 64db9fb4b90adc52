import { noticeSetting } from '#membership/documents';
import { Injectable } from '@nestjs/common';
import { Db, OutboxHandler, type JobContext } from '#kernel';
import { ActSender } from './act-sender.js';
import { debitsOf } from './debits.rules.js';
import { givenWords } from './given-words.js';
import { debitText, topUpText } from './message.locale.js';
import { MessagesRepository } from './messages.repository.js';

/** Messages after what happens all day: top-ups and payments. */
@Injectable()
export class ActMessages {
  constructor(
    private readonly db: Db,
    private readonly repository: MessagesRepository,
    private readonly sender: ActSender,
  ) {}

  @OutboxHandler('wallet.topped_up')
  async toppedUp({ topUpId }: { topUpId: number }, { outboxId }: JobContext): Promise<void> {
    const act = await this.repository.topUp(this.db, topUpId);
    if (act)
      await this.sender.send(
        outboxId,
        'top_up',
        noticeSetting('wallet.topped_up'),
        act,
        (signature) => topUpText(signature, { ...act, given: givenWords(act) }),
      );
  }

  @OutboxHandler('sale.posted')
  async salePosted({ saleId }: { saleId: number }, { outboxId }: JobContext): Promise<void> {
    for (const act of debitsOf(await this.repository.debit(this.db, saleId)))
      await this.sender.send(outboxId, act.kind, noticeSetting('sale.posted'), act, (signature) =>
        debitText(signature, act),
      );
  }
}
