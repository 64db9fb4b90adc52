import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import { type ImportStatus, type SheetFacts, WORKING_STATUSES } from '#chain/imports/rules';
import type {
  MemberFindings,
  MemberMapping,
  MemberOutcome,
  MemberRowProblem,
  SignedTotals,
} from '#value/member-import/rules';
import type {
  ImportMappingInput,
  ImportView as DescribedImport,
  WrongRowView,
} from '#web/api-client';
import type { CommandKey, ListParams, PageOf } from '#web/web-kit';
import { apiUrl, http } from '../../api/http.js';
import { locale } from '../../i18n/i18n.js';

/** What the API's description leaves open, in the shape of the shared rules of an import of members. */
interface OfMembers {
  sheet: SheetFacts | null;
  mapping: MemberMapping | null;
  findings: MemberFindings | null;
  signedTotals: SignedTotals | null;
  outcome: MemberOutcome | null;
  errorParams: Record<string, string | number> | null;
}
export type ImportView = Omit<DescribedImport, keyof OfMembers> & OfMembers;
export type WrongRow = Omit<WrongRowView, 'problems'> & { problems: MemberRowProblem[] };

const LOOK_EVERY_MS = 700;
const UPLOAD_MS = 10 * 60_000;
const isWorking = (status: ImportStatus | undefined): boolean =>
  status !== undefined && WORKING_STATUSES.includes(status);

/** Stopped while it ran: what was taken over until then is told in a moment. */
const isSummingUp = (job: ImportView | undefined): boolean =>
  job?.status === 'cancelled' && job.signedTotals !== null && job.outcome === null;

export const loadImports = (params: ListParams) =>
  http.get('/imports', params) as unknown as Promise<PageOf<ImportView>>;

/** One import; asked again while something is done with it in the background. */
export function useImport(id: Ref<number | null>) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => http.get(`/imports/${id.value as number}`) as unknown as Promise<ImportView>,
    enabled: computed(() => id.value !== null),
    refetchInterval: ({ state }) =>
      isWorking(state.data?.status) || isSummingUp(state.data) ? LOOK_EVERY_MS : false,
  });
}

export function useWrongRows(id: Ref<number>, page: Ref<number>, pageSize: number) {
  return useQuery({
    queryKey: ['imports', 'wrong', id, page],
    queryFn: () =>
      http.get(`/imports/${id.value}/wrong-rows`, {
        page: page.value,
        pageSize,
      }) as unknown as Promise<PageOf<WrongRow>>,
  });
}

export const uploadFile = (file: File, source: string) =>
  http.post('/imports', file, {
    query: { fileName: file.name.slice(0, 200), source, locale: locale.value },
    timeoutMs: UPLOAD_MS,
  });
export const saveMapping = (id: number, input: ImportMappingInput) =>
  http.put(`/imports/${id}/mapping`, input);
export const commitImport = (id: number, totals: SignedTotals, key: CommandKey) =>
  http.post(`/imports/${id}/commit`, { totals }, { key, about: { act: 'importFile' } });
export const cancelImport = (id: number) => http.post(`/imports/${id}/cancellation`);

export const templateUrl = (): string => apiUrl('/imports/template', { locale: locale.value });
export const errorFileUrl = (id: number): string => apiUrl(`/imports/${id}/error-file`);
