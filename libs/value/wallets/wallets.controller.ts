import { type Actor, CurrentActor, Requires } from '#kernel';
import { MemberRef } from '#membership/members';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { WalletWithLotsView } from './wallet.dto.js';
import { WalletPermission } from './wallet.permissions.js';
import { WalletsService } from './wallets.service.js';

@ApiTags('wallets')
@Controller()
export class WalletsController {
  constructor(private readonly wallets: WalletsService) {}

  /** Balances today and the lots they are made of. Errors: member.not_found. */
  @Get('members/:id/wallet')
  @Requires(WalletPermission.read)
  @ApiOkResponse({ type: WalletWithLotsView })
  show(@Param() { id }: MemberRef, @CurrentActor() actor: Actor): Promise<WalletWithLotsView> {
    return this.wallets.show(actor, id);
  }
}
