import { Injectable } from '@nestjs/common';
import { addRecord, Clock, Db, type Sql } from '#kernel';
import { verifyBooks } from '#ledger';
import type { BooksVerificationView } from './books.dto.js';
import { BooksVerificationEntity } from './books-verification.entity.js';
import { BooksError } from './books.errors.js';

const VIEW = `SELECT v.id, v.started_at AS "startedAt", v.duration_ms AS "durationMs", s.name AS "staffName", v.results AS checks, v.findings
  FROM books_verification v LEFT JOIN staff s ON s.id = v.staff_id`;

/** Runs every check of the books over one moment and keeps what it said. */
@Injectable()
export class BooksService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** `staffId`: who asked; null for the nightly run. */
  async verify(staffId: number | null): Promise<BooksVerificationView> {
    const startedAt = this.clock.now();
    const from = performance.now();
    const { checks, findings } = await this.db.read((snapshot) => verifyBooks(snapshot));
    const durationMs = Math.round(performance.now() - from);
    return this.db.write(async (tx) => {
      const run = { startedAt, durationMs, staffId, checks: checks.length, findings };
      const { id } = await addRecord(tx, BooksVerificationEntity, { ...run, results: checks });
      return tx.one<BooksVerificationView>(`${VIEW} WHERE v.id = $1`, [id]);
    });
  }

  /** Errors: books.never_verified. */
  async latest(): Promise<BooksVerificationView> {
    const view = await this.find(this.db);
    if (!view) throw BooksError.neverVerified();
    return view;
  }

  private find(sql: Sql): Promise<BooksVerificationView | undefined> {
    return sql.maybe(`${VIEW} ORDER BY v.id DESC LIMIT 1`);
  }
}
