import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/define-errors.js';
import { RequestError } from '../errors/kernel.errors.js';
import { readsBodyItself } from './streamed-body.js';

const BODY_ARGUMENT = `${RouteParamtypes.BODY}:`;

function hasBodyArgument(controller: object, method: string): boolean {
  const given = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as object | undefined;
  return Object.keys(given ?? {}).some((name) => name.startsWith(BODY_ARGUMENT));
}

/**
 * What a route doesn't read it must not swallow: whoever sends a reason or an amount believes that it was heard.
 * An empty object is what many clients send for nothing. Errors: request.invalid with every name, request.malformed.
 */
@Injectable()
export class NoBodyGuard implements CanActivate {
  private readonly known = new Map<unknown, boolean>();

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { body } = request;
    if (body === undefined || body === null || this.takesBody(context, request)) return true;
    if (typeof body !== 'object' || Array.isArray(body)) throw RequestError.malformed();
    const names = Object.keys(body);
    if (names.length === 0) return true;
    throw new DomainError(
      'request.invalid',
      422,
      {},
      names.map((field) => ({ field, code: 'field.whitelist_validation' })),
    );
  }

  private takesBody(context: ExecutionContext, request: FastifyRequest): boolean {
    const handler = context.getHandler();
    let takes = this.known.get(handler);
    if (takes === undefined) {
      takes = hasBodyArgument(context.getClass(), handler.name) || readsBodyItself(request);
      this.known.set(handler, takes);
    }
    return takes;
  }
}
