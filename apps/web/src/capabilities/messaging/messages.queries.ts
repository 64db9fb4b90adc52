import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { MessageRow, Page } from '../../api/types.js';

export const loadMessages = (params: ListParams) => http.get<Page<MessageRow>>('/messages', params);
