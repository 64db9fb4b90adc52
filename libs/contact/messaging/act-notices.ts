import { Injectable } from '@nestjs/common';
import { Db, type JobContext, OutboxHandler } from '#kernel';
import { declaredNotices } from '#chain/notices';
import { ActSender } from './act-sender.js';

/** Sends the messages that capabilities declare for their acts. */
@Injectable()
export class ActNotices {
  constructor(
    private readonly db: Db,
    private readonly sender: ActSender,
  ) {}

  @OutboxHandler(() => [...new Set(declaredNotices().map(({ topic }) => topic))])
  async tell(payload: object, { outboxId }: JobContext, topic: string): Promise<void> {
    for (const notice of declaredNotices()) {
      if (notice.topic !== topic) continue;
      const act = await notice.compose(this.db, payload);
      if (act) await this.sender.send(outboxId, notice, act);
    }
  }
}
