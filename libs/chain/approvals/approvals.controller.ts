import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
  RequiresAny,
} from '#kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AskedView,
  AskInput,
  DecidedView,
  DecideInput,
  RequestPage,
  RequestQuery,
  RequestRef,
  RequestView,
  WaitingView,
} from './approval.dto.js';
import { ApprovalPermission } from './approval.permissions.js';
import { ApprovalRequests } from './approval-requests.service.js';

@ApiTags('approvals')
@Controller('approvals')
export class ApprovalsController {
  constructor(private readonly requests: ApprovalRequests) {}

  /** Asks a second person, with the params of approval.required. Errors: access.forbidden, access.store_forbidden. */
  @Post()
  @Requires(ApprovalPermission.ask)
  @ApiCreatedResponse({ type: AskedView })
  ask(
    @Body() input: AskInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<AskedView>> {
    return this.requests.ask(actor, input, key);
  }

  /** What one asked and what one may decide, at one's own stores. Errors: access.store_forbidden. */
  @Get()
  @RequiresAny(ApprovalPermission.decide, ApprovalPermission.ask)
  @ApiOkResponse({ type: RequestPage })
  list(@Query() query: RequestQuery, @CurrentActor() actor: Actor): Promise<Page<RequestView>> {
    return this.requests.list(actor, query);
  }

  /** How many wait for the person who asks. */
  @Get('waiting')
  @RequiresAny(ApprovalPermission.decide, ApprovalPermission.ask)
  @ApiOkResponse({ type: WaitingView })
  async waiting(@CurrentActor() actor: Actor): Promise<WaitingView> {
    return { count: await this.requests.waiting(actor) };
  }

  /** Errors: approval.not_found. */
  @Get(':id')
  @RequiresAny(ApprovalPermission.decide, ApprovalPermission.ask)
  @ApiOkResponse({ type: RequestView })
  view(@Param() { id }: RequestRef, @CurrentActor() actor: Actor): Promise<RequestView> {
    return this.requests.view(actor, id);
  }

  /** Errors: approval.not_found, approval.own_act, approval.not_allowed, approval.already_decided. */
  @Post(':id/decision')
  @Requires(ApprovalPermission.decide)
  @HttpCode(200)
  @ApiOkResponse({ type: DecidedView })
  decide(
    @Param() { id }: RequestRef,
    @Body() input: DecideInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<DecidedView>> {
    return this.requests.decide(actor, id, input, key);
  }

  /** Errors: approval.not_found, approval.already_decided. */
  @Post(':id/cancellation')
  @RequiresAny(ApprovalPermission.ask, ApprovalPermission.decide)
  @HttpCode(200)
  @ApiOkResponse({ type: DecidedView })
  cancel(
    @Param() { id }: RequestRef,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<DecidedView>> {
    return this.requests.cancel(actor, id, key);
  }
}
