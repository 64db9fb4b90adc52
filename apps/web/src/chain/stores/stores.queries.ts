import type { ListParams } from '#web/web-kit';
import { http } from '../../api/http.js';

export const loadStores = (params: ListParams) => http.get('/stores', params);

export interface StoreEdit {
  name: string;
  region?: string;
  timezone: string;
  cutoverHour: number;
  phone?: string;
  address?: string;
  active: boolean;
  version: number;
}
export const saveStore = (id: number, edit: StoreEdit) => http.put(`/stores/${id}`, edit);
