import { type Actor, Audit, Clock, Db, maskPhone } from '#kernel';
import { Injectable } from '@nestjs/common';

/** A phone that is typed, found and asked again at Enter is one question. */
const SAME_QUESTION_MS = 60_000;
const REMEMBERED = 10_000;

/** Who asked for whom by a whole phone is recorded, as looking at a whole phone is. The record has it masked. */
@Injectable()
export class PhoneSearchRecords {
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** `where` tells one question from another: the route, or the box of the desk. */
  async record(actor: Actor, phone: string, where: string): Promise<void> {
    const now = this.clock.now().getTime();
    const question = `${actor.staffId} ${phone} ${where}`;
    if (now - (this.asked.get(question) ?? -Infinity) < SAME_QUESTION_MS) return;
    this.asked.delete(question);
    this.asked.set(question, now);
    const [oldest] = this.asked.keys();
    if (this.asked.size > REMEMBERED && oldest !== undefined) this.asked.delete(oldest);
    await this.db.write(async (tx) => {
      const found = await tx.maybe<{ id: number }>(
        "SELECT id FROM member WHERE phone = $1 ORDER BY status = 'active' DESC, id DESC LIMIT 1",
        [phone],
      );
      await this.audit.record(tx, actor, {
        action: 'member.search_phone',
        subjectKind: 'member',
        subjectId: found?.id ?? '',
        after: { phone: maskPhone(phone) },
      });
    });
  }
}
