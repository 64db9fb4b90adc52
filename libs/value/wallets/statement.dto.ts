import { Cents, DateOnly, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';

export class StatementInput {
  @DateOnly() from!: string;
  /** The last day. */
  @DateOnly() to!: string;
}

export class StatementRef {
  /** As printed, with or without dashes. */
  @Text({ max: 40, pattern: /^[0-9A-Za-z -]+$/ }) code!: string;
}

export class VerifyStatementQuery {
  /** The closing balance on the paper: whether it is the one that was printed. */
  @Cents({ min: -10_000_000_000, optional: true }) closingCents?: number;
}

export class StatementDrawView {
  @ApiProperty({ enum: ['principal', 'bonus'] }) kind!: 'principal' | 'bonus';
  @ApiProperty({ format: 'date' }) originOn!: string;
  @ApiProperty() originStoreName!: string;
  @ApiProperty({ type: 'integer' }) amountCents!: number;
}

export class StatementLineView {
  @ApiProperty({ type: 'integer' }) entryId!: number;
  @ApiProperty({ format: 'date' }) businessDate!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: 'string', nullable: true }) documentNo!: string | null;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'integer' }) principalCents!: number;
  @ApiProperty({ type: 'integer' }) bonusCents!: number;
  /** Principal and bonus after it, bonus to come counted, debt counted against. */
  @ApiProperty({ type: 'integer' }) balanceCents!: number;
  /** From which lots it was taken. */
  @ApiProperty({ type: [StatementDrawView] }) draws!: StatementDrawView[];
}

export class StatementLotView {
  @ApiProperty({ enum: ['principal', 'bonus'] }) kind!: 'principal' | 'bonus';
  @ApiProperty({ format: 'date' }) originOn!: string;
  @ApiProperty() originStoreName!: string;
  @ApiProperty({ type: 'string', nullable: true }) tender!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) releasesOn!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
  @ApiProperty({ type: 'integer' }) grantedCents!: number;
  @ApiProperty({ type: 'integer' }) remainingCents!: number;
}

/** Everything that stands on the paper. */
export class StatementView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) madeAt!: Date;
  @ApiProperty() madeByName!: string;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty({ type: 'string', nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: 'integer' }) walletId!: number;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ type: 'integer' }) openingPrincipalCents!: number;
  @ApiProperty({ type: 'integer' }) openingBonusCents!: number;
  @ApiProperty({ type: 'integer' }) closingPrincipalCents!: number;
  @ApiProperty({ type: 'integer' }) closingBonusCents!: number;
  @ApiProperty({ type: [StatementLineView] }) lines!: StatementLineView[];
  /** What is left at the end of the last day, by origin. */
  @ApiProperty({ type: [StatementLotView] }) lots!: StatementLotView[];
  /** False where the books no longer say what was printed. */
  @ApiProperty() genuine!: boolean;
}

export class StatementRowView {
  @ApiProperty() code!: string;
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ type: 'integer' }) closingCents!: number;
  @ApiProperty({ type: 'integer' }) lines!: number;
  @ApiProperty() madeByName!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) madeAt!: Date;
}

export class StatementMadeView {
  @ApiProperty({ type: 'integer' }) statementId!: number;
  @ApiProperty() code!: string;
}

/** For anybody who holds the paper: no names, no amounts. */
export class StatementVerdictView {
  @ApiProperty({ enum: ['genuine', 'changed'] }) verdict!: 'genuine' | 'changed';
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) to!: string;
  @ApiProperty({ type: 'integer' }) lines!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) madeAt!: Date;
  /** Whether the closing balance that was asked about is the printed one; null where none was asked. */
  @ApiProperty({ type: 'boolean', nullable: true }) closingMatches!: boolean | null;
}
