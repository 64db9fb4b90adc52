import type { EditTenderInput, NewTenderInput, TenderView } from '#web/api-client';
import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export type TenderRow = TenderView;

export const loadTenders = (params: ListParams) => http.get('/tenders', params);

export const addTender = (input: NewTenderInput) => http.post('/tenders', input);

export const saveTender = (id: number, input: EditTenderInput) => http.put(`/tenders/${id}`, input);
