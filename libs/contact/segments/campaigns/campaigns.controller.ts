import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  CurrentActor,
  IdempotencyKey,
  Requires,
  type Actor,
  type CommandOutcome,
  type Page,
} from '#kernel';
import {
  CampaignCreated,
  CampaignPage,
  CampaignPreview,
  CampaignPreviewInput,
  CampaignQuery,
  CampaignRef,
  CampaignView,
  CreateCampaignInput,
  type CampaignRow,
} from './campaign.dto.js';
import { CampaignPermission } from './campaign.permissions.js';
import { CampaignsService } from './campaigns.service.js';

@ApiTags('campaigns')
@Controller('campaigns')
export class CampaignsController {
  constructor(private readonly campaigns: CampaignsService) {}

  /** Bulk messages within one's stores, newest first, with how far each one is. */
  @Get()
  @Requires(CampaignPermission.read)
  @ApiOkResponse({ type: CampaignPage })
  list(@Query() query: CampaignQuery, @CurrentActor() actor: Actor): Promise<Page<CampaignRow>> {
    return this.campaigns.list(actor, query);
  }

  /** Who gets it, who does not and why, parts and cost. Errors: segment.unknown_field, segment.refers_to_nothing, segment.too_slow. */
  @Post('preview')
  @HttpCode(200)
  @Requires(CampaignPermission.send)
  @ApiOkResponse({ type: CampaignPreview })
  preview(
    @Body() input: CampaignPreviewInput,
    @CurrentActor() actor: Actor,
  ): Promise<CampaignPreview> {
    return this.campaigns.preview(actor, input);
  }

  /** Sends to everybody of the audience, now or at a time. Errors: message_template.unknown_variable, campaign.nobody, campaign.audience_changed, campaign.too_large, campaign.in_the_past. */
  @Post()
  @Requires(CampaignPermission.send)
  @ApiCreatedResponse({ type: CampaignCreated })
  create(
    @Body() input: CreateCampaignInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.campaigns.create(actor, input, key);
  }

  /** Errors: campaign.not_found. */
  @Get(':id')
  @Requires(CampaignPermission.read)
  @ApiOkResponse({ type: CampaignView })
  get(@Param() { id }: CampaignRef, @CurrentActor() actor: Actor): Promise<CampaignView> {
    return this.campaigns.get(actor, id);
  }

  /** Nothing more is sent until it goes on. Errors: campaign.not_found, campaign.wrong_status. */
  @Post(':id/pause')
  @Requires(CampaignPermission.send)
  @ApiCreatedResponse({ type: CampaignCreated })
  pause(
    @Param() { id }: CampaignRef,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.campaigns.act(actor, id, 'pause', key);
  }

  /** Errors: campaign.not_found, campaign.wrong_status. */
  @Post(':id/resume')
  @Requires(CampaignPermission.send)
  @ApiCreatedResponse({ type: CampaignCreated })
  resume(
    @Param() { id }: CampaignRef,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.campaigns.act(actor, id, 'resume', key);
  }

  /** What has not been sent is not sent any more. Errors: campaign.not_found, campaign.wrong_status. */
  @Post(':id/cancel')
  @Requires(CampaignPermission.send)
  @ApiCreatedResponse({ type: CampaignCreated })
  cancel(
    @Param() { id }: CampaignRef,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.campaigns.act(actor, id, 'cancel', key);
  }

  /** Once more to those whose message failed; never to those of whom it is unknown. Errors: campaign.not_found, campaign.wrong_status, campaign.nothing_to_retry. */
  @Post(':id/retry')
  @Requires(CampaignPermission.send)
  @ApiCreatedResponse({ type: CampaignCreated })
  retry(
    @Param() { id }: CampaignRef,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<CampaignCreated>> {
    return this.campaigns.act(actor, id, 'retry', key);
  }
}
