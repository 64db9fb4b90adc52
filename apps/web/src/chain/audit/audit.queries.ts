import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export const loadAudit = (params: ListParams) => http.get('/audit', params);
