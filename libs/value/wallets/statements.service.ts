import { randomBytes } from 'node:crypto';
import {
  type Actor,
  Audit,
  Clock,
  type CommandOutcome,
  Commands,
  daysBetween,
  Db,
  maskPhone,
  type Sql,
} from '#kernel';
import { MembersService } from '#membership/members';
import { Injectable } from '@nestjs/common';
import type {
  StatementInput,
  StatementMadeView,
  StatementRowView,
  StatementVerdictView,
  StatementView,
} from './statement.dto.js';
import {
  codeOfStatement,
  hashOfStatement,
  LONGEST_STATEMENT_DAYS,
  type StatementFigures,
  type StatementLine,
} from './statement.rules.js';
import { type StatementScope, StatementsRepository } from './statements.repository.js';
import { WalletError } from './wallet.errors.js';

interface Figures extends StatementFigures {
  lines: StatementLine[];
  closingPrincipalCents: number;
  closingBonusCents: number;
}

/** Statements of a wallet: every figure comes from the books, and can be asked of them again. */
@Injectable()
export class StatementsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly members: MembersService,
    private readonly repository: StatementsRepository,
  ) {}

  /** Makes a statement and keeps what it said. Errors: member.not_found, wallet.statement_period. */
  make(
    actor: Actor,
    memberId: number,
    input: StatementInput,
    key: string,
  ): Promise<CommandOutcome<StatementMadeView>> {
    const { from, to } = input;
    if (to < from || daysBetween(from, to) > LONGEST_STATEMENT_DAYS)
      throw WalletError.statementPeriod();
    const call = { key, name: 'wallet.make_statement', actor, request: { memberId, ...input } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const member = await this.members.get(tx, memberId);
        const { walletId } = member;
        const lastEntryId = await this.repository.lastEntry(tx);
        const scope = { walletId, from, to, lastEntryId };
        const figures = await this.figures(tx, scope);
        const code = codeOfStatement(randomBytes(10));
        const statementId = await this.repository.insert(tx, {
          ...scope,
          code,
          memberId: member.id,
          closingCents: figures.closingPrincipalCents + figures.closingBonusCents,
          lines: figures.lines.length,
          hash: hashOfStatement(figures),
          madeBy: actor.staffId,
          storeId: actor.till?.storeId ?? null,
          madeAt: this.clock.now(),
        });
        await this.audit.record(tx, actor, {
          action: 'wallet.make_statement',
          subjectKind: 'member',
          subjectId: member.id,
          after: { code, from, to },
        });
        return { statementId, code };
      }),
    );
  }

  /** A statement as it was printed, read from the books anew. Errors: wallet.statement_not_found. */
  async show(code: string): Promise<StatementView> {
    return this.db.read(async (sql) => {
      const stored = await this.repository.find(sql, canonical(code));
      if (!stored) throw WalletError.statementNotFound();
      const { hash, phone, lastEntryId, closingCents: _, lines: __, ...shown } = stored;
      const scope = { walletId: stored.walletId, from: stored.from, to: stored.to, lastEntryId };
      const figures = await this.figures(sql, scope);
      const draws = await this.repository.draws(sql, scope);
      return {
        ...shown,
        ...figures,
        phoneMasked: maskPhone(phone),
        lines: figures.lines.map((line) => ({
          ...line,
          draws: draws
            .filter(({ entryId }) => entryId === line.entryId)
            .map(({ entryId: ___, ...draw }) => draw),
        })),
        lots: await this.repository.lots(sql, scope),
        genuine: hashOfStatement(figures) === hash,
      };
    });
  }

  /** Earlier statements of a member, the newest first. Errors: member.not_found. */
  async list(memberId: number): Promise<StatementRowView[]> {
    return this.db.read(async (sql) => {
      const { walletId } = await this.members.get(sql, memberId);
      return this.repository.ofWallet(sql, walletId);
    });
  }

  /** What anybody with the paper may know. Errors: wallet.statement_not_found. */
  async verify(code: string, closingCents: number | null): Promise<StatementVerdictView> {
    return this.db.read(async (sql) => {
      const stored = await this.repository.find(sql, canonical(code));
      if (!stored) throw WalletError.statementNotFound();
      const { walletId, from, to, lastEntryId, lines, madeAt } = stored;
      const figures = await this.figures(sql, { walletId, from, to, lastEntryId });
      return {
        verdict: hashOfStatement(figures) === stored.hash ? 'genuine' : 'changed',
        from,
        to,
        lines,
        madeAt,
        closingMatches: closingCents === null ? null : closingCents === stored.closingCents,
      };
    });
  }

  private async figures(sql: Sql, scope: StatementScope): Promise<Figures> {
    const opening = await this.repository.opening(sql, scope);
    let [principal, bonus] = [opening.principal, opening.bonus];
    const lines = (await this.repository.lines(sql, scope)).map((line) => {
      principal += line.principalCents;
      bonus += line.bonusCents;
      return { ...line, balanceCents: principal + bonus };
    });
    return {
      walletId: scope.walletId,
      from: scope.from,
      to: scope.to,
      openingPrincipalCents: opening.principal,
      openingBonusCents: opening.bonus,
      closingPrincipalCents: principal,
      closingBonusCents: bonus,
      lines,
    };
  }
}

/** As people type it: small letters, spaces, without dashes. */
function canonical(code: string): string {
  const signs = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
