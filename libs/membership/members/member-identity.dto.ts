import { ApprovalInput } from '#chain/approvals';
import { Nested, OneOf, Text, Version } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { IdentityProofInput } from './identity-proof.dto.js';
import { DOCUMENT_KINDS, type DocumentKind } from './member.rules.js';

export class RegisterIdentityInput {
  @OneOf(DOCUMENT_KINDS) documentKind!: DocumentKind;
  /** As it stands in the document. */
  @Text({ max: 60 }) name!: string;
  /** Kept only where the installation has a key to seal it with. */
  @Text({ min: 4, max: 40, optional: true }) number?: string | null;
  @Version() version!: number;
  /** In place of another registration: that it is the member who asks. Left out, a second person agrees. */
  @Nested(() => IdentityProofInput, { optional: true }) identity?: IdentityProofInput | null;
  @Nested(() => ApprovalInput, { optional: true }) approval?: ApprovalInput | null;
}

export class RegisteredIdentityView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
  /** Of this registration. */
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class MemberIdentityView {
  @ApiProperty() registered!: boolean;
  /** Of this registration; 0 where there is none. */
  @ApiProperty({ type: 'integer' }) version!: number;
  @ApiProperty({ enum: DOCUMENT_KINDS, nullable: true }) documentKind!: DocumentKind | null;
  @ApiProperty({ type: 'string', nullable: true }) name!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) numberLast4!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) seenByName!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) seenAt!: Date | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  /** Whether this installation has a key to seal numbers with. */
  @ApiProperty() keepsNumbers!: boolean;
}

export class IdentityNumberView {
  @ApiProperty() number!: string;
}
