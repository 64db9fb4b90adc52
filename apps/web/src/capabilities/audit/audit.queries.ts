import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { AuditRow, Page } from '../../api/types.js';

export const loadAudit = (params: ListParams) => http.get<Page<AuditRow>>('/audit', params);
