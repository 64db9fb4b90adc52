import {
  type Actor,
  type CommandOutcome,
  CurrentActor,
  IdempotencyKey,
  Requires,
  FindsPeople,
} from '#kernel';
import { CardPermission, CardRef } from '#membership/cards';
import { MemberRef } from '#membership/members';
import { WalletPermission } from '#value/wallets';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ClosingsService } from './closings.service.js';
import {
  ClosingInput,
  PayoutQuery,
  PayoutRef,
  PayoutReversalInput,
  RefundInput,
  TransferInput,
  TransferQuery,
  WithdrawalInput,
  WithdrawalQuery,
} from './payout.dto.js';
import { PayoutPermission } from './payout.permissions.js';
import {
  ClosingPreview,
  OutgoingPreview,
  PayoutPage,
  PayoutPrintView,
  PayoutResult,
  PayoutReversalResult,
  PayoutView,
  RefundPreview,
  RefundResult,
  TransferPreview,
  TransferResult,
} from './payout-view.dto.js';
import { PayoutReversals } from './payout-reversals.service.js';
import { PayoutsService } from './payouts.service.js';
import { RefundsService } from './refunds.service.js';
import { TransfersService } from './transfers.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

@ApiTags('payouts')
@Controller()
export class PayoutsController {
  constructor(
    private readonly payouts: PayoutsService,
    private readonly withdrawals: WithdrawalsService,
    private readonly transfers: TransfersService,
    private readonly refunds: RefundsService,
    private readonly closings: ClosingsService,
    private readonly reversals: PayoutReversals,
  ) {}

  /** What a withdrawal will do, in numbers. Errors: session.no_till, member.not_found, payout.above_principal. */
  @Get('members/:id/withdrawals/preview')
  @Requires(PayoutPermission.withdraw)
  @ApiOkResponse({ type: OutgoingPreview })
  previewWithdrawal(
    @Param() { id }: MemberRef,
    @Query() query: WithdrawalQuery,
    @CurrentActor() actor: Actor,
  ): Promise<OutgoingPreview> {
    return this.withdrawals.preview(actor, id, query);
  }

  /**
   * Pays out principal; the bonus beside it is void in the same ratio. Errors: session.no_till, member.not_found, card.lost,
   * card.not_active, card.of_other_member, payout.not_wallet_owner, payout.above_principal, payout.figures_changed,
   * member.pin_required, member.pin_not_set, member.wrong_pin, member.pin_locked, member.too_many_wrong_pins,
   * approval.required and the others of an approval.
   */
  @Post('members/:id/withdrawals')
  @Requires(PayoutPermission.withdraw)
  @ApiCreatedResponse({ type: PayoutResult })
  withdraw(
    @Param() { id }: MemberRef,
    @Body() input: WithdrawalInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PayoutResult>> {
    return this.withdrawals.withdraw(actor, id, input, key);
  }

  /** What a transfer will do. Errors: session.no_till, member.not_found, payout.same_member, payout.above_principal. */
  @Get('members/:id/transfers/preview')
  @Requires(PayoutPermission.transfer)
  @ApiOkResponse({ type: TransferPreview })
  previewTransfer(
    @Param() { id }: MemberRef,
    @Query() query: TransferQuery,
    @CurrentActor() actor: Actor,
  ): Promise<TransferPreview> {
    return this.transfers.preview(actor, id, query);
  }

  /** Moves principal to another member, each part with its origin. Errors: as of a withdrawal, and payout.same_member. */
  @Post('members/:id/transfers')
  @Requires(PayoutPermission.transfer)
  @ApiCreatedResponse({ type: TransferResult })
  transfer(
    @Param() { id }: MemberRef,
    @Body() input: TransferInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<TransferResult>> {
    return this.transfers.transfer(actor, id, input, key);
  }

  /** The three computations of a refund and what else there is to settle. Errors: session.no_till, member.not_found. */
  @Get('members/:id/wallet-refunds/preview')
  @Requires(PayoutPermission.refund)
  @ApiOkResponse({ type: RefundPreview })
  previewRefund(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<RefundPreview> {
    return this.refunds.preview(actor, id);
  }

  /**
   * Empties a wallet and pays by the chosen computation. Errors: session.no_till, member.not_found, payout.nothing_to_refund,
   * payout.figures_changed, payout.reason_missing, payout.below_refund_right, payout.debt_undecided, member.pin_required,
   * member.pin_not_set, member.wrong_pin, member.pin_locked, member.too_many_wrong_pins, approval.required and the others
   * of an approval.
   */
  @Post('members/:id/wallet-refunds')
  @Requires(PayoutPermission.refund)
  @ApiCreatedResponse({ type: RefundResult })
  refund(
    @Param() { id }: MemberRef,
    @Body() input: RefundInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RefundResult>> {
    return this.refunds.refund(actor, id, input, key);
  }

  /** What closing a card will do. Errors: session.no_till, card.not_found. */
  @Get('cards/:cardNo/closing')
  @Requires(CardPermission.close)
  @ApiOkResponse({ type: ClosingPreview })
  previewClosing(
    @Param() { cardNo }: CardRef,
    @CurrentActor() actor: Actor,
  ): Promise<ClosingPreview> {
    return this.closings.preview(actor, cardNo);
  }

  /**
   * Closes a card and gives back its deposit; the last card of a wallet settles it. Errors: session.no_till, card.not_found,
   * card.lost, card.not_active, payout.settlement_missing, payout.debt_undecided, and those of a refund.
   */
  @Post('cards/:cardNo/closing')
  @Requires(CardPermission.close)
  @ApiCreatedResponse({ type: RefundResult })
  close(
    @Param() { cardNo }: CardRef,
    @Body() input: ClosingInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<RefundResult>> {
    return this.closings.close(actor, cardNo, input, key);
  }

  /** Withdrawals, transfers, refunds and closings of one's own stores. Errors: access.store_forbidden. */
  @Get('payouts')
  @FindsPeople()
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: PayoutPage })
  page(@Query() query: PayoutQuery, @CurrentActor() actor: Actor): Promise<PayoutPage> {
    return this.payouts.page(actor, query);
  }

  /** Errors: payout.not_found, access.store_forbidden. */
  @Get('payouts/:id')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: PayoutView })
  show(@Param() { id }: PayoutRef, @CurrentActor() actor: Actor): Promise<PayoutView> {
    return this.payouts.show(actor, id);
  }

  /** Counts a print of the slip. Errors: payout.not_found, access.store_forbidden. */
  @Post('payouts/:id/prints')
  @HttpCode(200)
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: PayoutPrintView })
  print(@Param() { id }: PayoutRef, @CurrentActor() actor: Actor): Promise<PayoutPrintView> {
    return this.payouts.print(actor, id);
  }

  /**
   * Undoes what was keyed by mistake. Errors: session.no_till, payout.not_found, payout.not_reversible,
   * payout.already_reversed, access.store_forbidden, undo.day_is_over, ledger.not_reversible, approval.required and the
   * others of an approval.
   */
  @Post('payouts/:id/reversal')
  @Requires(PayoutPermission.reversePayout)
  @ApiCreatedResponse({ type: PayoutReversalResult })
  reverse(
    @Param() { id }: PayoutRef,
    @Body() input: PayoutReversalInput,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string,
  ): Promise<CommandOutcome<PayoutReversalResult>> {
    return this.reversals.reverse(actor, id, input, key);
  }
}
