import { useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import type { ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type {
  LevelView,
  MemberActivity,
  MemberDetail,
  MemberRow,
  Page,
  WalletDetail,
} from '../../api/types.js';

export const loadMembers = (params: ListParams) => http.get<Page<MemberRow>>('/members', params);

export function useMember(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['members', 'one', id],
    queryFn: () => http.get<MemberDetail>(`/members/${toValue(id)}`),
  });
}

export function useMemberWallet(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['members', 'wallet', id],
    queryFn: () => http.get<WalletDetail>(`/members/${toValue(id)}/wallet`),
  });
}

export function useMemberActivity(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['members', 'activity', id],
    queryFn: () => http.get<MemberActivity[]>(`/members/${toValue(id)}/activity`, { limit: 50 }),
  });
}

export function useLevels() {
  return useQuery({
    queryKey: ['levels', 'all'],
    queryFn: () => http.get<LevelView[]>('/levels'),
  });
}

export const revealPhone = async (id: number): Promise<string> =>
  (await http.get<{ phone: string | null }>(`/members/${id}/phone`)).phone ?? '—';

export interface MemberEdit {
  name?: string | null;
  nickname?: string | null;
  phone?: string | null;
  gender?: string;
  note?: string | null;
  smsService?: boolean;
  smsMarketing?: boolean;
  version: number;
}
export const editMember = (id: number, edit: MemberEdit) =>
  http.patch<{ id: number; version: number }>(`/members/${id}`, edit);
