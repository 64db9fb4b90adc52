import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Env } from '#kernel';

/** Headers and fields that must never be written down, wherever they turn up. */
const SECRET = [
  'cookie',
  'authorization',
  'password',
  'currentPassword',
  'newPassword',
  'pin',
  'token',
  'phone',
];

/** Middleware may see a shortened url: the whole one is beside it. */
type Incoming = IncomingMessage & { originalUrl?: string };

/** The path without its query (names and phones are searched there); long runs of digits keep their last four. */
export function loggedPath(url: string | undefined): string {
  return maskDigits((url ?? '').split('?')[0]?.slice(0, 300) ?? '');
}

/** Card numbers and phones inside any text. */
export function maskDigits(text: string): string {
  return text.replace(/\d{3,}(?=\d{4}(?!\d))/g, '****');
}

/** Structured lines, one per request, with the request's id; never bodies, queries or cookies. */
export function logging(env: Env): Params {
  return {
    pinoHttp: {
      level: env.logLevel,
      redact: {
        paths: [...SECRET, ...SECRET.map((field) => `*.${field}`), 'req.headers', 'res.headers'],
        censor: '[hidden]',
      },
      genReqId: (request: IncomingMessage) => request.id,
      serializers: {
        req: (request: { id: unknown; method: string; url: string; remoteAddress: string }) => ({
          id: request.id,
          method: request.method,
          path: loggedPath(request.url),
          address: request.remoteAddress,
        }),
        res: (response: { statusCode: number }) => ({ status: response.statusCode }),
        err: (error: Error & { code?: string }) => ({
          type: error.name,
          code: error.code,
          message: maskDigits(error.message ?? ''),
          stack: maskDigits(error.stack ?? ''),
        }),
      },
      // Probes and files are asked for all day.
      autoLogging: {
        ignore: (request: Incoming) =>
          !(request.originalUrl ?? request.url ?? '').startsWith('/api/'),
      },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500
          ? 'error'
          : response.statusCode >= 400
            ? 'warn'
            : 'info',
    },
  };
}
