import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Public,
  Requires,
} from '#kernel';
import { MemberRef } from '#membership/members';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  StatementInput,
  StatementMadeView,
  StatementRef,
  StatementRowView,
  StatementVerdictView,
  StatementView,
  VerifyStatementQuery,
} from './statement.dto.js';
import { StatementsService } from './statements.service.js';
import { WalletPermission } from './wallet.permissions.js';

@ApiTags('statements')
@Controller()
export class StatementsController {
  constructor(private readonly statements: StatementsService) {}

  /** Statements that were made of a member's wallet. Errors: member.not_found. */
  @Get('members/:id/statements')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: [StatementRowView] })
  list(@Param() { id }: MemberRef): Promise<StatementRowView[]> {
    return this.statements.list(id);
  }

  /** Errors: member.not_found, wallet.statement_period. */
  @Post('members/:id/statements')
  @Requires(WalletPermission.read)
  @ApiCreatedResponse({ type: StatementMadeView })
  make(
    @Param() { id }: MemberRef,
    @Body() input: StatementInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<StatementMadeView>> {
    return this.statements.make(actor, id, input, key);
  }

  /** Everything on the paper. Errors: wallet.statement_not_found. */
  @Get('statements/:code')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: StatementView })
  show(@Param() { code }: StatementRef): Promise<StatementView> {
    return this.statements.show(code);
  }

  /** Whether a paper is genuine, for whoever holds it: no names and no amounts. Errors: wallet.statement_not_found. */
  @Get('public/statements/:code')
  @Public()
  @ApiOkResponse({ type: StatementVerdictView })
  verify(
    @Param() { code }: StatementRef,
    @Query() { closingCents }: VerifyStatementQuery,
  ): Promise<StatementVerdictView> {
    return this.statements.verify(code, closingCents ?? null);
  }
}
