import { type Actor, Audit, Clock, Db, maskPhone } from '#kernel';
import { Injectable } from '@nestjs/common';

/** A phone that is typed, found and asked again at Enter is one question. */
const SAME_QUESTION_MS = 60_000;
const REMEMBERED = 10_000;

// Each half has its index; the phone of a live member comes before that of a merged one.
const OWNERS = `
  SELECT (SELECT o.id FROM (
            (SELECT p.id, 0 AS rank FROM member p WHERE p.phone = asked.phone AND p.status = 'active')
            UNION ALL
            (SELECT p.id, 1 FROM member p WHERE p.phone = asked.phone AND p.status = 'merged' ORDER BY p.id DESC LIMIT 1)) o
           ORDER BY o.rank LIMIT 1) AS id
    FROM unnest($1::text[]) WITH ORDINALITY AS asked(phone, place) ORDER BY asked.place`;

interface Question {
  actor: Actor;
  phone: string;
}

/** Who asked for whom by a whole phone is recorded, as looking at a whole phone is. The record has it masked. */
@Injectable()
export class PhoneSearchRecords {
  private readonly asked = new Map<string, number>();
  private waiting: Question[] = [];
  /** Writes those that wait; none while nobody waits. */
  private next: Promise<void> | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Done when the record is written. `where` tells one question from another: the route, or the box of the desk. */
  async record(actor: Actor, phone: string, where: string): Promise<void> {
    const now = this.clock.now().getTime();
    const question = `${actor.staffId} ${phone} ${where}`;
    if (now - (this.asked.get(question) ?? -Infinity) < SAME_QUESTION_MS) return;
    this.asked.delete(question);
    this.asked.set(question, now);
    const [oldest] = this.asked.keys();
    if (this.asked.size > REMEMBERED && oldest !== undefined) this.asked.delete(oldest);
    this.waiting.push({ actor, phone });
    await (this.next ??= this.writeAfter(this.last));
  }

  /** Questions that come while others are being written share one transaction. */
  private async writeAfter(last: Promise<void>): Promise<void> {
    await last.catch(() => undefined);
    const questions = this.waiting;
    this.waiting = [];
    this.next = undefined;
    this.last = this.write(questions);
    await this.last;
  }

  private async write(questions: readonly Question[]): Promise<void> {
    await this.db.write(async (tx) => {
      // Nobody at the counter waits for the disk: only a crash of the database may lose the records of its last second.
      const [, owners] = await Promise.all([
        tx.query('SET LOCAL synchronous_commit = off'),
        tx.query<{ id: number | null }>(OWNERS, [questions.map(({ phone }) => phone)]),
      ]);
      await Promise.all(
        questions.map(({ actor, phone }, place) =>
          this.audit.record(tx, actor, {
            action: 'member.search_phone',
            subjectKind: 'member',
            subjectId: owners[place]?.id ?? '',
            after: { phone: maskPhone(phone) },
          }),
        ),
      );
    });
  }
}
