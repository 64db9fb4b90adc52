import { useQuery } from '@tanstack/vue-query';
import { computed, type Ref } from 'vue';
import {
  type ColumnMapping,
  type Findings,
  type ImportMapping,
  type ImportStatus,
  type Outcome,
  type RowProblem,
  type SheetFacts,
  type SignedTotals,
  WORKING_STATUSES,
} from '#imports/rules';
import type { CommandKey, ListParams } from '#web-kit';
import { apiUrl, http } from '../../api/http.js';
import type { Page } from '../../api/types.js';
import { locale } from '../../i18n/i18n.js';

export interface ImportView {
  id: number;
  source: string;
  fileName: string;
  fileBytes: number;
  status: ImportStatus;
  staffName: string;
  createdAt: string;
  sheet: SheetFacts | null;
  mapping: ImportMapping | null;
  findings: Findings | null;
  signedTotals: SignedTotals | null;
  signedByName: string | null;
  signedAt: string | null;
  outcome: Outcome | null;
  errorCode: string | null;
  errorParams: Record<string, string | number> | null;
  rowsTotal: number;
  rowsDone: number;
  errorRows: number;
  hasErrorFile: boolean;
  finishedAt: string | null;
  expiresAt: string;
}

export interface WrongRow {
  lineNo: number;
  cells: string[];
  problems: RowProblem[];
}

export interface MappingInput {
  columns: ColumnMapping;
  levelWords: Record<string, number>;
  storeWords: Record<string, number>;
  defaultLevelId: number | null;
  defaultStoreId: number | null;
}

const LOOK_EVERY_MS = 700;
const UPLOAD_MS = 10 * 60_000;
const isWorking = (status: ImportStatus | undefined): boolean =>
  status !== undefined && WORKING_STATUSES.includes(status);

/** Stopped while it ran: what was taken over until then is told in a moment. */
const isSummingUp = (job: ImportView | undefined): boolean =>
  job?.status === 'cancelled' && job.signedTotals !== null && job.outcome === null;

export const loadImports = (params: ListParams) => http.get<Page<ImportView>>('/imports', params);

/** One import; asked again while something is done with it in the background. */
export function useImport(id: Ref<number | null>) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: () => http.get<ImportView>(`/imports/${id.value}`),
    enabled: computed(() => id.value !== null),
    refetchInterval: ({ state }) =>
      isWorking(state.data?.status) || isSummingUp(state.data) ? LOOK_EVERY_MS : false,
  });
}

export function useWrongRows(id: Ref<number>, page: Ref<number>, pageSize: number) {
  return useQuery({
    queryKey: ['imports', 'wrong', id, page],
    queryFn: () =>
      http.get<Page<WrongRow>>(`/imports/${id.value}/wrong-rows`, { page: page.value, pageSize }),
  });
}

export const uploadFile = (file: File, source: string) =>
  http.post<ImportView>('/imports', file, {
    query: { fileName: file.name.slice(0, 200), source, locale: locale.value },
    timeoutMs: UPLOAD_MS,
  });
export const saveMapping = (id: number, input: MappingInput) =>
  http.put<ImportView>(`/imports/${id}/mapping`, input);
export const commitImport = (id: number, totals: SignedTotals, key: CommandKey) =>
  http.post<{ importId: number }>(
    `/imports/${id}/commit`,
    { totals },
    { key, about: { act: 'importFile' } },
  );
export const cancelImport = (id: number) => http.post<ImportView>(`/imports/${id}/cancellation`);

export const templateUrl = (): string => apiUrl('/imports/template', { locale: locale.value });
export const errorFileUrl = (id: number): string => apiUrl(`/imports/${id}/error-file`);
