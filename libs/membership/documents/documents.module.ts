import { ApprovalsModule } from '#chain/approvals';
import { MembersModule } from '#membership/members';
import { Module } from '@nestjs/common';
import { Undoings } from './undoings.service.js';

/** Owns what all documents have in common: what each declares, and how one is undone. Each stands with its owner. */
@Module({
  imports: [ApprovalsModule, MembersModule],
  providers: [Undoings],
  exports: [Undoings],
})
export class DocumentsModule {}
