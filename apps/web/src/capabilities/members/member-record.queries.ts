import type { CommandKey } from '#web-kit';
import { useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { http, request } from '../../api/http.js';
import type { ApprovalInput } from '../../approvals/approvals.api.js';
import type {
  ConsentRow,
  ContactView,
  DuplicateView,
  EraseStanding,
  MemberChangeRow,
  MemberFieldView,
  MemberIdentityView,
  MergePreview,
  TagRow,
} from '../../api/types.js';

type Id = MaybeRefOrGetter<number>;

export const useTags = () =>
  useQuery({ queryKey: ['tags'], queryFn: () => http.get<TagRow[]>('/tags') });
export const useMemberFields = () =>
  useQuery({
    queryKey: ['member-fields'],
    queryFn: () => http.get<MemberFieldView[]>('/member-fields'),
  });

const ofMember = <T>(what: string, id: Id) =>
  useQuery({
    queryKey: ['members', what, id],
    queryFn: () => http.get<T>(`/members/${toValue(id)}/${what}`),
  });
export const useContacts = (id: Id) => ofMember<ContactView[]>('contacts', id);
export const useConsents = (id: Id) => ofMember<ConsentRow[]>('consents', id);
export const useChanges = (id: Id) => ofMember<MemberChangeRow[]>('changes', id);
export const useIdentity = (id: Id) => ofMember<MemberIdentityView>('identity', id);

export interface Asked {
  name?: string;
  nickname?: string;
  phone?: string;
  month?: number;
  day?: number;
  exceptId?: number;
}
export const findDuplicates = (asked: Asked) =>
  http.get<DuplicateView[]>('/members/duplicates', { ...asked });

export const addContact = (
  id: number,
  contact: { channel: string; body: string; followUpOn: string | null },
) => http.post<{ id: number }>(`/members/${id}/contacts`, contact);
export const followUp = (id: number, contactId: number) =>
  http.post<{ id: number }>(`/members/${id}/contacts/${contactId}/followed-up`);

export const registerIdentity = (
  id: number,
  input: { documentKind: string; name: string; number: string | null; version: number },
) => http.put<MemberIdentityView>(`/members/${id}/identity`, input);
export const revealNumber = async (id: number): Promise<string> =>
  (await http.get<{ number: string }>(`/members/${id}/identity/number`)).number;

/** A photo is sent as the bytes it is. */
export const putPhoto = (id: number, file: File) =>
  http.put<{ photo: string | null }>(`/members/${id}/photo`, file, { ownType: true });
export const removePhoto = (id: number) =>
  request<{ photo: null }>('DELETE', `/members/${id}/photo`);

export const markStaff = (id: number, input: { staffId: number | null; version: number }) =>
  http.put<object>(`/members/${id}/staff`, input);

/** That both records are one person. */
export type MergeProof =
  | { by: 'pin'; pin: string; mergedPin: string }
  | { by: 'document'; document: string; last4: string };

export const previewMerge = (id: number, mergedMemberId: number) =>
  http.get<MergePreview>(`/members/${id}/merge`, { mergedMemberId });
export const mergeMembers = (
  id: number,
  input: {
    mergedMemberId: number;
    reason: string | null;
    proof?: MergeProof;
    approval?: ApprovalInput;
  },
  key: CommandKey,
) =>
  http.post<{ memberId: number; pinEnded: boolean }>(`/members/${id}/merge`, input, {
    key,
    about: { act: 'mergeMembers', memberId: id },
  });

export const eraseStanding = (id: number) => http.get<EraseStanding>(`/members/${id}/erasing`);
export const eraseMember = (
  id: number,
  input: { confirmation: string; reason: string | null },
  key: CommandKey,
) =>
  http.post<{ memberId: number }>(`/members/${id}/erasing`, input, {
    key,
    about: { act: 'eraseMember', memberId: id },
  });

export const saveTag = (
  id: number | null,
  tag: { name: string; color: string },
  version: number,
) => (id === null ? http.post('/tags', tag) : http.patch(`/tags/${id}`, { ...tag, version }));
export const removeTag = (id: number) => http.delete(`/tags/${id}`);

export interface FieldInput {
  label: string;
  options: string[];
  required: boolean;
  active: boolean;
  position: number;
}
export const addField = (field: FieldInput & { code: string; kind: string }) =>
  http.post('/member-fields', field);
export const changeField = (id: number, field: FieldInput & { version: number }) =>
  http.patch(`/member-fields/${id}`, field);
