import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';

// Reads what was recorded. Whoever changes something records it in the same transaction, by the kernel's Audit.
@Module({ controllers: [AuditController] })
export class AuditModule {}
