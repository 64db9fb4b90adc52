import { useQuery } from '@tanstack/vue-query';
import type { CommandKey, ListParams } from '#web-kit';
import { http } from '../../api/http.js';
import type { Page } from '../../api/types.js';

export interface MemberRow {
  id: number;
  memberNo: number;
  name: string | null;
  nickname: string | null;
  phoneMasked: string | null;
  levelId: number;
  levelName: string;
  homeStoreName: string;
  joinedOn: string;
  cardCount: number;
  principalCents: number;
  bonusCents: number;
  points: number;
  tags: string[];
  registered: boolean;
  lastVisitOn: string | null;
}

export interface TagRow {
  id: number;
  name: string;
  color: string;
}

export interface BulkTagged {
  members: number;
  added: number;
  removed: number;
}

export const loadMembers = (params: ListParams) => http.get<Page<MemberRow>>('/members', params);

export function useTags() {
  return useQuery({ queryKey: ['tags', 'all'], queryFn: () => http.get<TagRow[]>('/tags') });
}

/** Tags for those chosen: by their ids, or all that the filters leave. */
export const tagMembers = (
  who: { memberIds: number[] } | { filter: Record<string, string> },
  tags: { add: number[]; remove: number[] },
  key: CommandKey,
): Promise<BulkTagged> =>
  http.post<BulkTagged>('/members/tags', { ...who, ...tags }, { key, about: null });
