import type { EditMemberInput } from '#web/api-client';
import { useInfiniteQuery, useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { http } from '../../api/http.js';

export function useMember(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['members', 'one', id],
    queryFn: () => http.get(`/members/${toValue(id)}`),
  });
}

export function useMemberWallet(id: MaybeRefOrGetter<number>) {
  return useQuery({
    queryKey: ['members', 'wallet', id],
    queryFn: () => http.get(`/members/${toValue(id)}/wallet`),
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
      return http.get(`/members/${toValue(id)}/activity`, {
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
    queryFn: () => http.get('/levels'),
  });
}

export const revealPhone = async (id: number): Promise<string> =>
  (await http.get(`/members/${id}/phone`)).phone ?? '—';

/** Null takes these away; the API's description doesn't say that an object or a choice may be null. */
type MayBeNull = 'birthday' | 'birthdayPreference';
type MemberEdit = Omit<EditMemberInput, MayBeNull> & {
  [Name in MayBeNull]?: EditMemberInput[Name] | null;
};
export const editMember = (id: number, edit: MemberEdit) =>
  http.patch(`/members/${id}`, edit as EditMemberInput);
