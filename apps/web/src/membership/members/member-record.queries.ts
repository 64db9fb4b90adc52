import type { DocumentKind } from '#membership/members/rules';
import type {
  ChangeFieldInput,
  ContactInput,
  MergeInput,
  NewFieldInput,
  RegisterIdentityInput,
  TagInput,
} from '#web/api-client';
import type { CommandKey } from '#web/web-kit';
import { useQuery } from '@tanstack/vue-query';
import type { MaybeRefOrGetter } from 'vue';
import { toValue } from 'vue';
import { http } from '../../api/http.js';

type Id = MaybeRefOrGetter<number>;

export const useTags = () => useQuery({ queryKey: ['tags'], queryFn: () => http.get('/tags') });
export const useMemberFields = () =>
  useQuery({
    queryKey: ['member-fields'],
    queryFn: () => http.get('/member-fields'),
  });

const ofMember = <Answer>(what: string, id: Id, ask: (id: number) => Promise<Answer>) =>
  useQuery({ queryKey: ['members', what, id], queryFn: () => ask(toValue(id)) });
export const useContacts = (id: Id) =>
  ofMember('contacts', id, (of) => http.get(`/members/${of}/contacts`));
export const useConsents = (id: Id) =>
  ofMember('consents', id, (of) => http.get(`/members/${of}/consents`));
export const useChanges = (id: Id) =>
  ofMember('changes', id, (of) => http.get(`/members/${of}/changes`));
export const useIdentity = (id: Id) =>
  ofMember('identity', id, (of) => http.get(`/members/${of}/identity`));

export interface Asked {
  name?: string;
  nickname?: string;
  phone?: string;
  month?: number;
  day?: number;
  exceptId?: number;
}
export const findDuplicates = (asked: Asked) => http.get('/members/duplicates', { ...asked });

export const addContact = (id: number, contact: ContactInput) =>
  http.post(`/members/${id}/contacts`, contact);
export const followUp = (id: number, contactId: number) =>
  http.post(`/members/${id}/contacts/${contactId}/followed-up`);

export const registerIdentity = (id: number, input: RegisterIdentityInput, key: CommandKey) =>
  http.put(`/members/${id}/identity`, input, {
    key,
    about: { act: 'registerIdentity', memberId: id },
  });
export const revealNumber = async (id: number): Promise<string> =>
  (await http.get(`/members/${id}/identity/number`)).number;

/** A photo is sent as the bytes it is. */
export const putPhoto = (id: number, file: File) =>
  http.put(`/members/${id}/photo`, file, { ownType: true });
export const removePhoto = (id: number) => http.delete(`/members/${id}/photo`);

export const markStaff = (id: number, input: { staffId: number | null; version: number }) =>
  http.put(`/members/${id}/staff`, input);

/** That both records are one person. */
export type MergeProof =
  | { by: 'pin'; pin: string; mergedPin: string }
  | { by: 'document'; document: DocumentKind; last4: string };

export const previewMerge = (id: number, mergedMemberId: number) =>
  http.get(`/members/${id}/merge`, { mergedMemberId });
export const mergeMembers = (id: number, input: MergeInput, key: CommandKey) =>
  http.post(`/members/${id}/merge`, input, {
    key,
    about: { act: 'mergeMembers', memberId: id },
  });

export const eraseStanding = (id: number) => http.get(`/members/${id}/erasing`);
export const eraseMember = (
  id: number,
  input: { confirmation: string; reason: string | null },
  key: CommandKey,
) =>
  http.post(`/members/${id}/erasing`, input, {
    key,
    about: { act: 'eraseMember', memberId: id },
  });

export const saveTag = (id: number | null, tag: TagInput, version: number) =>
  id === null ? http.post('/tags', tag) : http.patch(`/tags/${id}`, { ...tag, version });
export const removeTag = (id: number) => http.delete(`/tags/${id}`);

export const addField = (field: NewFieldInput) => http.post('/member-fields', field);
export const changeField = (id: number, field: ChangeFieldInput) =>
  http.patch(`/member-fields/${id}`, field);
