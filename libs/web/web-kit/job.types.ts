/** Long work as the screen sees it. */
export interface JobView {
  id: number;
  status: string;
  rowsDone: number;
  rowsTotal: number | null;
  fileName: string | null;
  errorCode: string | null;
}

export const JOB_RUNNING: ReadonlySet<string> = new Set(['queued', 'running']);
