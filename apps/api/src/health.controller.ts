import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Db, Public, pendingMigrations } from '#kernel';

interface Readiness {
  status: 'ready' | 'not_ready';
  database: 'ok' | 'unreachable';
  migrations: 'ok' | 'pending' | 'unknown';
  /** weak: the application signs in as somebody who can write the ledger's tables past their functions. */
  ledgerGuard: 'ok' | 'weak' | 'unknown';
}

// Owner, superuser and whoever was granted too much all have this right.
const MAY_WRITE_LEDGER = `SELECT has_table_privilege('ledger.posting', 'INSERT') OR has_table_privilege('ledger.posting', 'UPDATE')
  OR has_table_privilege('ledger.account', 'UPDATE') AS weak`;

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  @Get('live')
  @Public()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.look();
    if (readiness.status !== 'ready') void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }

  private async look(): Promise<Readiness> {
    try {
      await this.db.query('SELECT 1');
    } catch {
      return {
        status: 'not_ready',
        database: 'unreachable',
        migrations: 'unknown',
        ledgerGuard: 'unknown',
      };
    }
    try {
      const pending = await pendingMigrations(this.db);
      if (pending.length)
        return {
          status: 'not_ready',
          database: 'ok',
          migrations: 'pending',
          ledgerGuard: 'unknown',
        };
      const { weak } = await this.db.one<{ weak: boolean }>(MAY_WRITE_LEDGER);
      return {
        status: 'ready',
        database: 'ok',
        migrations: 'ok',
        ledgerGuard: weak ? 'weak' : 'ok',
      };
    } catch {
      // A database without our tables: nobody has migrated it yet.
      return { status: 'not_ready', database: 'ok', migrations: 'pending', ledgerGuard: 'unknown' };
    }
  }
}
