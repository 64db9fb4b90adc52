import {
  type Actor,
  assertInScope,
  type CommandOutcome,
  CurrentActor,
  Db,
  IdempotencyKey,
  maskPhone,
  storesOf,
  Requires,
  RequiresAny,
  FindsPeople,
} from '#kernel';
import { MemberRef } from '#membership/members';
import { PointsPermission } from '#value/points';
import { Settings } from '#chain/settings';
import { WalletPermission } from '#value/wallets';
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
import { adjustmentList } from './adjustment-list.report.js';
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
   * Gives or takes principal or bonus by hand; what is given keeps to the prepaid limits. Errors: member.not_found,
   * adjustment.no_store, ledger.insufficient, wallet.limit_exceeded, wallet.limit_warning, approval.required and the
   * others of an approval.
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
  page(@Query() query: AdjustmentQuery, @CurrentActor() actor: Actor): Promise<AdjustmentPage> {
    const { q, kind, from, to, staffId, memberId } = query;
    const filters = {
      q,
      adjustmentKind: kind,
      period: { from, to },
      staff: staffId,
      member: memberId ? [memberId] : null,
    };
    const storeIds = storesOf(actor, query.storeId);
    return this.db.read((snapshot) => adjustmentList.page(snapshot, filters, { storeIds }, query));
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
