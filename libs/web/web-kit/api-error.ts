export interface FieldError {
  /** Path of the field, as in 'lines.0.qtyMilli'. */
  field: string;
  code: string;
  params?: Record<string, unknown>;
}

interface ApiErrorInit {
  status: number;
  code: string;
  params?: Record<string, unknown>;
  errors?: FieldError[];
  traceId?: string;
  judged?: boolean;
}

/** A request that did not succeed: a refusal of the server, or (status 0) no answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: readonly FieldError[];
  readonly traceId?: string;
  /** The server judged it inside the command: nothing was done, and nothing will be. */
  readonly judged: boolean;

  constructor(init: ApiErrorInit) {
    super(init.code || `http ${init.status}`);
    this.name = 'ApiError';
    this.status = init.status;
    this.code = init.code;
    this.params = init.params ?? {};
    this.errors = init.errors ?? [];
    this.traceId = init.traceId;
    this.judged = init.judged ?? false;
  }

  /** Nobody knows what came of it: no answer, or a fault of the server. */
  get answerLost(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
