import { ApprovalInput } from '#chain/approvals';
import { Nested, Pin, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IdentityProofInput } from './identity-proof.dto.js';

export class SetPinInput {
  @Pin() pin!: string;
}

export class ChangePinInput {
  @Pin() oldPin!: string;
  @Pin() pin!: string;
}

/** The member forgot it: a document is seen instead. */
export class ResetPinInput {
  @Pin() pin!: string;
  @Text({ max: 200 }) reason!: string;
  @Nested(() => IdentityProofInput) identity!: IdentityProofInput;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class UnlockPinInput {
  @Text({ max: 200, optional: true }) reason?: string | null;
}

export class PinStateView {
  @ApiProperty() hasPin!: boolean;
  @ApiProperty({ type: 'integer' }) attemptsLeft!: number;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) lockedUntil!: Date | null;
}

export class PinChangedView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
}
