export interface FieldProblem {
  field: string;
  code: string;
  params?: Record<string, unknown>;
}

/** A refusal the caller can act on. The browser has the words for `code`; `params` fill them. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: Record<string, unknown> = {},
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}

interface ErrorSpec {
  status: number;
  params?: readonly string[];
}

type ErrorFactories<T extends Record<string, ErrorSpec>> = {
  readonly [K in keyof T]: T[K] extends { params: readonly (infer P extends string)[] }
    ? (params: Record<P, unknown>) => DomainError
    : () => DomainError;
};

const catalogue = new Map<string, ErrorSpec>();

export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Declares a capability's refusals once: `defineErrors('card', { notActive: { status: 409 } })` → code `card.not_active`. */
export function defineErrors<const T extends Record<string, ErrorSpec>>(
  group: string,
  specs: T,
): ErrorFactories<T> {
  const factories: Record<string, (params?: Record<string, unknown>) => DomainError> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const code = `${group}.${snakeCase(name)}`;
    catalogue.set(code, spec);
    factories[name] = (params) => new DomainError(code, spec.status, params);
  }
  return factories as ErrorFactories<T>;
}

/** Every declared code: the browser's words are checked against it. */
export function errorCodes(): string[] {
  return [...catalogue.keys()].sort();
}

/** The status that a declared code is answered with. */
export function statusOfError(code: string): number | undefined {
  return catalogue.get(code)?.status;
}

const constraints = new Map<string, () => DomainError>();

/** A named database constraint that users can run into, and what to tell them. */
export function mapConstraint(name: string, error: () => DomainError): void {
  constraints.set(name, error);
}

export function errorOfConstraint(name: string | undefined): DomainError | undefined {
  return name ? constraints.get(name)?.() : undefined;
}
