import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  type Page,
  Requires,
} from '#kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EditRuleInput,
  EndRuleInput,
  RuleQuery,
  RuleRef,
  RuleSavedView,
  TopUpRuleInput,
  TopUpRulePage,
  TopUpRuleView,
} from './top-up-rule.dto.js';
import { TopUpRulesService } from './top-up-rules.service.js';
import { TopUpRulePermission } from './wallet.permissions.js';

@ApiTags('top-up rules')
@Controller('top-up-rules')
export class TopUpRulesController {
  constructor(private readonly rules: TopUpRulesService) {}

  /** The rules of all stores and of one's own, with those that meet. Errors: access.store_forbidden. */
  @Get()
  @Requires(TopUpRulePermission.read)
  @ApiOkResponse({ type: TopUpRulePage })
  list(@Query() query: RuleQuery, @CurrentActor() actor: Actor): Promise<Page<TopUpRuleView>> {
    return this.rules.list(actor, query);
  }

  /** Errors: top_up_rule.not_found. */
  @Get(':id/versions')
  @Requires(TopUpRulePermission.read)
  @ApiOkResponse({ type: [TopUpRuleView] })
  versions(@Param() { id }: RuleRef, @CurrentActor() actor: Actor): Promise<TopUpRuleView[]> {
    return this.rules.versions(actor, id);
  }

  /** Errors: top_up_rule.empty, top_up_rule.too_generous, top_up_rule.gives_too_much, top_up_rule.ends_before_it_starts, access.store_forbidden. */
  @Post()
  @Requires(TopUpRulePermission.write)
  @ApiCreatedResponse({ type: RuleSavedView })
  create(
    @Body() input: TopUpRuleInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RuleSavedView>> {
    return this.rules.create(actor, input, key);
  }

  /** A new version of it. Errors: as create; top_up_rule.not_found, record.changed. */
  @Put(':id')
  @Requires(TopUpRulePermission.write)
  @ApiOkResponse({ type: RuleSavedView })
  edit(
    @Param() { id }: RuleRef,
    @Body() input: EditRuleInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RuleSavedView>> {
    return this.rules.edit(actor, id, input, key);
  }

  /** Errors: top_up_rule.not_found, record.changed, top_up_rule.ends_before_it_starts. */
  @Post(':id/end')
  @Requires(TopUpRulePermission.write)
  @HttpCode(200)
  @ApiOkResponse({ type: RuleSavedView })
  end(
    @Param() { id }: RuleRef,
    @Body() input: EndRuleInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RuleSavedView>> {
    return this.rules.end(actor, id, input, key);
  }
}
