import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { http } from '../../api/http.js';
import type {
  Birthday,
  LevelView,
  MemberActivity,
  MemberDetail,
  WalletDetail,
} from '../../api/types.js';

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

export type ActivityGroup = 'all' | 'purchases' | 'value';
const ACTIVITY_PAGE = 30;

/** The newest first, a page after the other. */
export function useMemberActivity(
  id: MaybeRefOrGetter<number>,
  group: MaybeRefOrGetter<ActivityGroup>,
) {
  return useInfiniteQuery({
    queryKey: ['members', 'activity', id, group],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const of = toValue(group);
      return http.get<MemberActivity[]>(`/members/${toValue(id)}/activity`, {
        limit: ACTIVITY_PAGE,
        ...(of === 'all' ? {} : { group: of }),
        ...(pageParam ? { after: pageParam } : {}),
      });
    },
    getNextPageParam: (page) => (page.length < ACTIVITY_PAGE ? undefined : page.at(-1)?.place),
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
  kind?: string;
  name?: string | null;
  nickname?: string | null;
  phone?: string | null;
  gender?: string;
  birthday?: Birthday | null;
  birthdayPreference?: string | null;
  note?: string | null;
  preferences?: string | null;
  custom?: Record<string, string | number | boolean | null>;
  referrerId?: number | null;
  tagIds?: number[];
  consents?: { channel: string; granted: boolean }[];
  version: number;
}
export const editMember = (id: number, edit: MemberEdit) =>
  http.patch<{ id: number; version: number }>(`/members/${id}`, edit);
