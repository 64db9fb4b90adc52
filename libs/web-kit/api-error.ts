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
}

/** A request that did not succeed: a refusal of the server, or (status 0) no answer at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: readonly FieldError[];
  readonly traceId?: string;

  constructor(init: ApiErrorInit) {
    super(init.code || `http ${init.status}`);
    this.name = 'ApiError';
    this.status = init.status;
    this.code = init.code;
    this.params = init.params ?? {};
    this.errors = init.errors ?? [];
    this.traceId = init.traceId;
  }

  /** The command may have been carried out or not: only the same idempotency key is safe to send again. */
  get answerLost(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
