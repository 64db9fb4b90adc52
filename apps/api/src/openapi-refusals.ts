import type { OpenAPIObject } from '@nestjs/swagger';
import {
  ACCESS_EXTENSION,
  AccessError,
  CommandError,
  type DomainError,
  RequestError,
  ServerError,
  SessionError,
  statusOfError,
} from '#kernel';
import { MemberError } from '#membership/members';
import { REFUSALS } from './refusals.data.js';

type Operation = NonNullable<NonNullable<OpenAPIObject['paths'][string]>['get']>;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const SAFE_METHODS: ReadonlySet<string> = new Set(['get']);

const codesOf = (...errors: ((params: never) => DomainError)[]): string[] =>
  errors.map((error) => error({} as never).code);

/** Whoever asks, and whatever for. */
const ALWAYS = codesOf(ServerError.unavailable, RequestError.malformed);
const SIGNED_IN = codesOf(
  SessionError.none,
  SessionError.expired,
  SessionError.locked,
  SessionError.changed,
);
const WITH_RIGHT = codesOf(AccessError.forbidden);
const UNSAFE = codesOf(RequestError.wrongOrigin);
const WITH_BODY = codesOf(RequestError.tooLarge, RequestError.unsupportedMedia);
/** Also a body where none is taken. */
const WITH_INPUT = codesOf(RequestError.invalid);
/** What stands in the path is no id at all. */
const IN_PATH = codesOf(RequestError.notFound);
const COMMAND = codesOf(CommandError.keyMissing, CommandError.keyReused);
/** The database refuses it at the end of an act, whatever the act was. */
const ON_MEMBERS = codesOf(MemberError.ownRecord);

function codes(method: string, operation: Operation): string[] {
  const access = (operation as unknown as Record<string, unknown>)[ACCESS_EXTENSION];
  const isSafe = SAFE_METHODS.has(method);
  const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
  const isCommand = parameters.some(({ name }) => name === 'Idempotency-Key');
  const all = [
    ...ALWAYS,
    ...(access === 'public' ? [] : SIGNED_IN),
    ...(Array.isArray(access) ? WITH_RIGHT : []),
    // Any body that comes with it is read first.
    ...(isSafe ? [] : [...UNSAFE, ...WITH_BODY]),
    ...(!isSafe || parameters.length > 0 ? WITH_INPUT : []),
    ...(parameters.some((parameter) => parameter.in === 'path') ? IN_PATH : []),
    ...(isCommand ? COMMAND : []),
    ...(isCommand || (!isSafe && operation.tags?.includes('members')) ? ON_MEMBERS : []),
    ...(REFUSALS[operation.operationId ?? '']?.split(' ') ?? []),
  ];
  return [...new Set(all)].sort();
}

const PROBLEM = {
  type: 'object',
  description: 'Why a request was refused (RFC 9457).',
  required: ['type', 'title', 'status', 'code', 'params', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
    traceId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          params: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
};

const PROBLEM_REF = '#/components/schemas/Problem';

/** Every route says which refusals it answers with: a response per status, its codes as the description. */
export function describeRefusals(document: OpenAPIObject): void {
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM },
  };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation) Object.assign(operation.responses, responsesFor(codes(method, operation)));
    }
  }
}

function responsesFor(all: readonly string[]): Operation['responses'] {
  const byStatus = Map.groupBy(all, (code) => String(statusOfError(code)));
  return Object.fromEntries(
    [...byStatus].map(([status, codesOfStatus]) => [
      status,
      {
        description: codesOfStatus.join(', '),
        content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
      },
    ]),
  );
}
