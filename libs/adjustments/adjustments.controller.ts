import {
  type Actor,
  assertInScope,
  type CommandOutcome,
  CurrentActor,
  Db,
  IdempotencyKey,
  maskPhone,
  pageOf,
  Requires,
  RequiresAny,
  FindsPeople,
} from '#kernel';
import { MemberRef } from '#members';
import { PointsPermission } from '#points';
import { Settings } from '#settings';
import { WalletPermission } from '#wallets';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AdjustmentPage,
  AdjustmentQuery,
  AdjustmentRef,
  AdjustmentResult,
  AdjustmentView,
  PointsAdjustmentInput,
  WalletAdjustmentInput,
} from './adjustment.dto.js';
import { AdjustmentError } from './adjustment.errors.js';
import {
  PointsAdjustmentPermission,
  WalletAdjustmentPermission,
} from './adjustment.permissions.js';
import { AdjustmentsRepository } from './adjustments.repository.js';
import { AdjustmentsService } from './adjustments.service.js';

@ApiTags('adjustments')
@Controller()
export class AdjustmentsController {
  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly adjustments: AdjustmentsService,
    private readonly repository: AdjustmentsRepository,
  ) {}

  /**
   * Gives or takes principal or bonus by hand. Errors: member.not_found, adjustment.no_store, ledger.insufficient,
   * approval.required and the others of an approval.
   */
  @Post('members/:id/wallet-adjustments')
  @Requires(WalletAdjustmentPermission.adjust)
  @ApiCreatedResponse({ type: AdjustmentResult })
  adjustWallet(
    @Param() { id }: MemberRef,
    @Body() { amountCents, ...input }: WalletAdjustmentInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<AdjustmentResult>> {
    return this.adjustments.adjust(actor, id, { ...input, amount: amountCents }, key);
  }

  /**
   * Gives or takes points by hand. Errors: member.not_found, adjustment.no_store, ledger.insufficient_points,
   * approval.required and the others of an approval.
   */
  @Post('members/:id/points-adjustments')
  @Requires(PointsAdjustmentPermission.adjust)
  @ApiCreatedResponse({ type: AdjustmentResult })
  adjustPoints(
    @Param() { id }: MemberRef,
    @Body() { points, ...input }: PointsAdjustmentInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<AdjustmentResult>> {
    return this.adjustments.adjust(actor, id, { ...input, kind: 'points', amount: points }, key);
  }

  /** Adjustments of one's own stores, the newest first, with totals. Errors: access.store_forbidden. */
  @Get('adjustments')
  @FindsPeople()
  @RequiresAny(WalletPermission.read, PointsPermission.read)
  @ApiOkResponse({ type: AdjustmentPage })
  async page(
    @Query() query: AdjustmentQuery,
    @CurrentActor() actor: Actor,
  ): Promise<AdjustmentPage> {
    if (query.storeId) assertInScope(actor, query.storeId);
    const { page, pageSize, limit, offset } = pageOf(query);
    const { q, kind, from, to, memberId, storeId } = query;
    const filter = { q, kind, period: { from, to }, member: memberId ? [memberId] : null };
    const storeIds = storeId ? [storeId] : actor.storeIds;
    const found = await this.db.read((snapshot) =>
      this.repository.page(snapshot, filter, { storeIds, limit, offset }),
    );
    return { ...found, page, pageSize };
  }

  /** Errors: adjustment.not_found, access.store_forbidden. */
  @Get('adjustments/:id')
  @RequiresAny(WalletPermission.read, PointsPermission.read)
  @ApiOkResponse({ type: AdjustmentView })
  async show(
    @Param() { id }: AdjustmentRef,
    @CurrentActor() actor: Actor,
  ): Promise<AdjustmentView> {
    const found = await this.repository.detail(this.db, id);
    if (!found) throw AdjustmentError.notFound();
    assertInScope(actor, found.storeId);
    const { phone, ...shown } = found;
    return {
      ...shown,
      phoneMasked: maskPhone(phone),
      receiptFooter: await this.settings.get('receipt.footer'),
    };
  }
}
