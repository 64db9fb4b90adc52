import { ApiProperty } from '@nestjs/swagger';

export class ReleaseView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: 'integer' }) cents!: number;
}

export class ExpiringPointsView {
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ type: 'integer' }) points!: number;
}

/** What a member has today, due releases and expiries counted in. */
export class WalletView {
  @ApiProperty({ type: 'integer' }) walletId!: number;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  /** Principal and bonus together. */
  @ApiProperty({ type: 'integer' }) spendableCents!: number;
  /** Bonus still to be released. */
  @ApiProperty({ type: 'integer' }) heldBonusCents!: number;
  @ApiProperty({ type: ReleaseView, nullable: true }) nextRelease!: ReleaseView | null;
  @ApiProperty({ type: 'integer' }) principalDebtCents!: number;
  @ApiProperty({ type: 'integer' }) bonusDebtCents!: number;
  @ApiProperty({ type: 'integer' }) points!: number;
  @ApiProperty({ type: 'integer' }) pointsHeld!: number;
  @ApiProperty({ type: 'integer' }) pointsDebt!: number;
  @ApiProperty({ type: ExpiringPointsView, nullable: true })
  pointsExpiring!: ExpiringPointsView | null;
}

export class WalletLotView {
  @ApiProperty({ enum: ['principal', 'bonus', 'points'] }) kind!: 'principal' | 'bonus' | 'points';
  @ApiProperty({ format: 'date' }) originOn!: string;
  @ApiProperty({ type: 'string', nullable: true }) originStoreName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) tender!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) releasesOn!: string | null;
  /** Cents, or points. */
  @ApiProperty({ type: 'integer' }) grantedAmount!: number;
  @ApiProperty({ type: 'integer' }) remaining!: number;
  @ApiProperty({ enum: ['held', 'open', 'spent', 'expired', 'void'] }) state!: string;
}

export class WalletWithLotsView extends WalletView {
  @ApiProperty({ type: [WalletLotView] }) lots!: WalletLotView[];
}
