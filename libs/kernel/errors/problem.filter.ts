import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, errorOfConstraint } from './define-errors.js';
import { endsTheCommand } from './judged.js';
import { RequestError, ServerError } from './kernel.errors.js';
import { unknownReference } from './unknown-reference.js';

interface DriverError {
  code?: string;
  severity?: string;
  constraint?: string;
  table?: string;
  column?: string;
  driverError?: DriverError;
}

// Connection lost, refused, or the server is starting up or shutting down: the caller may try again.
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
]);
// Values PostgreSQL can't take (bad text encoding, number out of range): the request was wrong, not the server.
const BAD_VALUE = new Set(['22003', '22021', '22007', '22008', '22009', '22P02', '22P05', '54000']);

export function isUnavailable(error: unknown): boolean {
  const driver = driverErrorOf(error);
  if (driver?.code && UNAVAILABLE.has(driver.code)) return true;
  // PostgreSQL ended or refused the whole connection, for whatever reason.
  if (driver?.severity === 'FATAL' || driver?.severity === 'PANIC') return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

function driverErrorOf(error: unknown): DriverError | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const candidate = error as DriverError;
  return candidate.driverError ?? candidate;
}

/** What a failure is answered with where a named constraint refused it. */
export const errorOfDriver = (error: unknown): DomainError | undefined =>
  errorOfConstraint(driverErrorOf(error)?.constraint);

function toDomainError(error: unknown, body: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return RequestError.notFound();
    if (status === 405) return RequestError.methodNotAllowed();
    if (status === 413) return RequestError.tooLarge();
    if (status === 415) return RequestError.unsupportedMedia();
    if (status >= 400 && status < 500) return RequestError.malformed();
    if (status === 503) return ServerError.unavailable();
    return ServerError.internal();
  }
  if (isUnavailable(error)) return ServerError.unavailable();
  const mapped = errorOfDriver(error);
  if (mapped) return mapped;
  const driver = driverErrorOf(error);
  const unknown = driver && unknownReference(driver, body);
  if (unknown) return unknown;
  if (driver?.code && BAD_VALUE.has(driver.code)) return RequestError.malformed();
  const status = (error as { statusCode?: number } | null)?.statusCode;
  if (status === 413) return RequestError.tooLarge();
  if (status === 415) return RequestError.unsupportedMedia();
  if (status && status >= 400 && status < 500) return RequestError.malformed();
  return ServerError.internal();
}

/** The sender went away while its body was still coming: nothing of ours failed, and nobody hears the answer. */
const isGivenUp = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete;

/** The one place where an error becomes an answer: RFC 9457 problem details with a code the browser translates. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toDomainError(error, request.body);
    if (isGivenUp(request))
      this.logger.log({ traceId: request.id }, 'request given up by its sender');
    else if (problem.status >= 500)
      this.logger.error({ err: error, traceId: request.id }, 'request failed');
    const retryAfter = problem.params['retryAfterSeconds'];
    if (typeof retryAfter === 'number') void reply.header('Retry-After', String(retryAfter));
    void reply
      .status(problem.status)
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send({
        type: `urn:shuke:problem:${problem.code}`,
        title: problem.code,
        status: problem.status,
        code: problem.code,
        params: problem.params,
        traceId: request.id,
        ...(problem.errors.length ? { errors: problem.errors } : {}),
        ...(endsTheCommand(error, problem.status) ? { judged: true } : {}),
      });
  }
}
