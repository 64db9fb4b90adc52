import type { Routes } from '#web/api-client';
import { type About, ApiError, type Asked, type CommandKey, type FieldError } from '#web/web-kit';
import type { Act } from '../attempts/acts.js';

export type QueryValue =
  string | number | boolean | null | undefined | readonly (string | number)[];

interface PlainOptions {
  query?: Record<string, QueryValue>;
  /** JSON, or a file that is sent as it is. */
  body?: unknown;
  /** A file is sent under its own type: pictures are. */
  ownType?: boolean;
  signal?: AbortSignal;
  /** Milliseconds until the answer counts as lost; default 30 000. */
  timeoutMs?: number;
}

/** A command goes out under the key of its dialog and is asked for until its fate is known. */
interface CommandOptions {
  key: CommandKey;
  /** What an open attempt is called on the screen; null: harmless if done twice, not kept beyond its dialog. */
  about: (About & { act: Act }) | null;
}

export type RequestOptions = PlainOptions &
  (CommandOptions | { [name in keyof CommandOptions]?: undefined });

export type SessionLoss = 'session.none' | 'session.expired' | 'session.locked' | 'session.changed';
type SessionLossListener = (code: SessionLoss) => void;

const API_ROOT = '/api/v1';
const SESSION_LOSSES: readonly string[] = [
  'session.none',
  'session.expired',
  'session.locked',
  'session.changed',
];
const listeners = new Set<SessionLossListener>();

/** Whose session at which till the screen shows: sent with whatever changes something. */
let seat: string | null = null;

export function showsSeat(shown: string | null): void {
  seat = shown;
}

/** Told whenever any answer says that the session is gone, locked or another one. Returns the way to stop listening. */
export function onSessionLoss(listener: SessionLossListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The full address of an API path, for downloads and links. */
export function apiUrl(path: string, query?: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === null || value === undefined || value === '') continue;
    if (Array.isArray(value)) {
      if (value.length) parameters.set(name, value.join(','));
    } else {
      parameters.set(name, String(value));
    }
  }
  const search = parameters.toString();
  return `${API_ROOT}${path}${search ? `?${search}` : ''}`;
}

/** One request; a command through the attempts of this browser. Errors: those of exchange, and of an attempt. */
export async function request<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<T> {
  const { key, about, body, timeoutMs } = options;
  if (key) return (await key.send({ method, path, body, timeoutMs }, about)) as T;
  return send<T>(method, path, options);
}

/** One question of an attempt. */
export const exchange = ({ method, path, ...options }: Asked, key: string): Promise<unknown> =>
  send(method, path, options, key);

/**
 * One exchange with the server. Throws ApiError: with the server's code on a refusal; `network.unreachable` or
 * `network.timeout` (status 0) when no answer came; `network.unavailable` on a bare 502–504.
 */
async function send<T>(
  method: string,
  path: string,
  options: PlainOptions,
  key?: string,
): Promise<T> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'X-Requested-With': 'shuke',
  };
  const { body } = options;
  const isFile = body instanceof Blob;
  if (body !== undefined)
    headers['Content-Type'] = isFile
      ? body.type && options.ownType
        ? body.type
        : 'application/octet-stream'
      : 'application/json';
  if (key) headers['Idempotency-Key'] = key;
  const shown = seat;
  if (shown && method !== 'GET') headers['X-Seat'] = shown;

  const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    const response = await fetch(apiUrl(path, options.query), {
      method,
      headers,
      body: isFile ? body : body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal,
    });
    if (!response.ok) throw await refusalOf(response, shown);
    if (response.status === 204) return undefined as T;
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (options.signal?.aborted) throw error;
    if (timeout.aborted) throw new ApiError({ status: 0, code: 'network.timeout' });
    throw new ApiError({ status: 0, code: 'network.unreachable' });
  }
}

interface ProblemDetails {
  code?: string;
  params?: Record<string, unknown>;
  errors?: FieldError[];
  traceId?: string;
  judged?: boolean;
}

async function refusalOf(response: Response, shown: string | null): Promise<ApiError> {
  const problem = await readProblem(response);
  const unavailable = response.status >= 502 && response.status <= 504;
  const code = problem.code ?? (unavailable ? 'network.unavailable' : '');
  const error = new ApiError({
    status: response.status,
    code,
    params: problem.params,
    errors: problem.errors,
    traceId: problem.traceId,
    judged: problem.judged,
  });
  // A request from before the screen knew better says nothing about what it shows now.
  const isStale = code === 'session.changed' && shown !== seat;
  if (SESSION_LOSSES.includes(code) && !isStale) {
    listeners.forEach((listener) => listener(code as SessionLoss));
  }
  return error;
}

async function readProblem(response: Response): Promise<ProblemDetails> {
  if (!response.headers.get('content-type')?.includes('json')) return {};
  try {
    return (await response.json()) as ProblemDetails;
  } catch {
    return {};
  }
}

/** '/members/7/cards' is ['members', '7', 'cards']. */
type PiecesOf<Path extends string> = Path extends `/${infer Rest}`
  ? PiecesOf<Rest>
  : Path extends `${infer Piece}/${infer Rest}`
    ? [Piece, ...PiecesOf<Rest>]
    : [Path];
type Fits<Route, Pieces> = Route extends { path: infer Known }
  ? Pieces extends Known
    ? Route
    : never
  : never;
type Exactly<Route, Pieces> = Route extends { path: Pieces } ? Route : never;
/** The route of an address; one written out, as /cards/next-number, goes before /cards/:cardNo. */
type RouteOf<Method extends keyof Routes, Path extends string> = Path extends string
  ? [Exactly<Fits<Routes[Method], PiecesOf<Path>>, PiecesOf<Path>>] extends [never]
    ? Fits<Routes[Method], PiecesOf<Path>>
    : Exactly<Fits<Routes[Method], PiecesOf<Path>>, PiecesOf<Path>>
  : never;
/** Those of the addresses that the API doesn't have. */
type Unknown<Method extends keyof Routes, Path extends string> = Path extends string
  ? [RouteOf<Method, Path>] extends [never]
    ? Path
    : never
  : never;
/** What a route answers when it does what was asked. */
export type AnswerOf<Method extends keyof Routes, Path extends string> =
  RouteOf<Method, Path> extends { answers: infer Answers } ? Answers[keyof Answers] : never;
type BodyOf<Route> = Route extends { data: { body?: infer Body } } ? Body : never;
/** Only an address that the API has can be asked. */
type IfKnown<Method extends keyof Routes, Path extends string, Parameters extends unknown[]> = [
  Unknown<Method, Path>,
] extends [never]
  ? Parameters
  : [thereIsNoSuchRoute: never];
type Sent<Body> = [Body] extends [undefined] ? [body?: undefined] : [body: Body];

/** What is null or missing is not sent. */
type Queried<Query> = {
  [Name in keyof Query]: Query[Name] | (undefined extends Query[Name] ? null : never);
};
type QueryOf<Route> = Route extends { data: { query?: infer Query } }
  ? unknown extends Query
    ? undefined
    : Queried<NonNullable<Query>>
  : undefined;
type Narrowed<Query> = [Query] extends [undefined]
  ? [query?: undefined]
  : Partial<Query> extends Query
    ? [query?: Query]
    : [query: Query];

type Ask = <Path extends string>(
  path: Path,
  ...parameters: IfKnown<
    'GET',
    Path,
    [...Narrowed<QueryOf<RouteOf<'GET', Path>>>, options?: PlainOptions]
  >
) => Promise<AnswerOf<'GET', Path>>;
type Send<Method extends keyof Routes> = <Path extends string>(
  path: Path,
  ...parameters: IfKnown<
    Method,
    Path,
    [...Sent<BodyOf<RouteOf<Method, Path>>>, options?: RequestOptions]
  >
) => Promise<AnswerOf<Method, Path>>;
type Remove = <Path extends string>(
  path: Path,
  ...parameters: IfKnown<'DELETE', Path, [options?: RequestOptions]>
) => Promise<AnswerOf<'DELETE', Path>>;

const sending =
  (method: string) =>
  (path: string, body?: unknown, options?: RequestOptions): Promise<unknown> =>
    request(method, path, { ...options, body });

/** Requests typed by the API's own description: an address, a body or an answer that drifted does not compile. */
export const http = {
  get: ((path: string, query?: PlainOptions['query'], options?: PlainOptions) =>
    request('GET', path, { ...options, query })) as Ask,
  post: sending('POST') as unknown as Send<'POST'>,
  put: sending('PUT') as unknown as Send<'PUT'>,
  patch: sending('PATCH') as unknown as Send<'PATCH'>,
  delete: ((path: string, options?: RequestOptions) => request('DELETE', path, options)) as Remove,
};
