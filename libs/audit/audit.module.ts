import { Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { AuditController } from './audit.controller.js';
import { AuditRecordEntity } from './audit.entity.js';

registerEntities(AuditRecordEntity);

// Reads what was recorded. Whoever changes something records it in the same transaction, by the kernel's Audit.
@Module({ controllers: [AuditController] })
export class AuditModule {}
