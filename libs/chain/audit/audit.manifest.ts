import type { Manifest } from '#kernel';
import { AuditModule } from './audit.module.js';

export const auditManifest: Manifest = { api: AuditModule };
