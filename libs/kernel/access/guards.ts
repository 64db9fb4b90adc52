import {
  applyDecorators,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Env } from '../config/env.js';
import { AccessError, RequestError, SessionError } from '../errors/kernel.errors.js';
import type { ActorRequest } from './actor.js';
import { SEAT_HEADER, seatOf } from './seat.js';

const ACCESS = 'shuke:access';
/** Where the description of a route says who may use it: 'public', 'signed_in' or rights. */
export const ACCESS_EXTENSION = 'x-access';

type Access =
  | { kind: 'public' }
  | { kind: 'authenticated'; evenLocked: boolean }
  | { kind: 'permissions'; all: string[] }
  | { kind: 'any'; any: string[] };

// The description of the API says it too.
const access = (declared: Access, described: string | string[]) =>
  applyDecorators(SetMetadata(ACCESS, declared), ApiExtension(ACCESS_EXTENSION, described));

/** The route needs all of these rights. */
export const Requires = (...all: string[]) => access({ kind: 'permissions', all }, all);
/** The route needs one of these rights. */
export const RequiresAny = (...any: string[]) => access({ kind: 'any', any }, any);
/** Anybody, signed in or not. */
export const Public = () => access({ kind: 'public' }, 'public');
/** Any signed-in person; `evenLocked`: also behind the lock screen. */
export const Authenticated = (options: { evenLocked?: boolean } = {}) =>
  access({ kind: 'authenticated', evenLocked: options.evenLocked ?? false }, 'signed_in');

/** How identity tells the guard who is asking. */
export abstract class SessionResolver {
  /** Sets `request.actor`, or throws session.none / session.expired / session.locked. */
  abstract resolve(
    request: ActorRequest,
    options: {
      evenLocked: boolean;
      /** Read anew: another process may have changed the session a moment ago. */
      anew?: boolean;
    },
  ): Promise<void>;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Unsafe requests must come from our own pages: a custom header and our own Origin, besides the SameSite cookie. */
@Injectable()
export class OriginGuard implements CanActivate {
  /** Origins that were found to be ours, by the port that was asked: reading an address is dear. */
  private readonly ours = new Set<string>();

  constructor(private readonly env: Env) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE_METHODS.has(request.method)) return true;
    if (
      request.headers['x-requested-with'] !== 'shuke' ||
      !this.isOurs(request.headers.origin, request)
    )
      throw RequestError.wrongOrigin();
    return true;
  }

  private isOurs(origin: string | undefined, request: FastifyRequest): boolean {
    if (!origin) return false;
    const ourPort = String(request.socket.localPort ?? this.env.port);
    const asked = `${origin} ${ourPort}`;
    if (this.ours.has(asked)) return true;
    if (!URL.canParse(origin)) return false;
    const { protocol, hostname, port } = new URL(origin);
    const isOurs =
      origin === new URL(this.env.publicUrl).origin ||
      (protocol === 'http:' &&
        ['localhost', '127.0.0.1', '[::1]'].includes(hostname) &&
        (port || '80') === ourPort);
    if (isOurs) this.ours.add(asked);
    return isOurs;
  }
}

/** An act belongs to the session and till that its screen shows. Who says nothing of a screen is a program: none is asked for. */
function isOfItsSeat({ method, headers, actor }: ActorRequest): boolean {
  const shown = headers[SEAT_HEADER];
  if (SAFE_METHODS.has(method) || shown === undefined || !actor) return true;
  return shown === seatOf(actor);
}

/** Default deny: a route says who may use it, or the application does not start. */
@Injectable()
export class AccessGuard implements CanActivate, OnApplicationBootstrap {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionResolver,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const open: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, unknown>;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[method] as () => unknown;
        const isRoute =
          Reflect.hasMetadata('path', handler) && Reflect.hasMetadata('method', handler);
        if (isRoute && !this.reflector.getAllAndOverride<Access>(ACCESS, [handler, metatype]))
          open.push(`${metatype.name}.${method}`);
      }
    }
    if (open.length)
      throw new Error(
        `These routes do not say who may use them (@Requires, @Authenticated or @Public): ${open.join(', ')}`,
      );
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw AccessError.forbidden({ permission: 'undeclared' });
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const evenLocked = access.kind === 'authenticated' && access.evenLocked;
    await this.sessions.resolve(request, { evenLocked });
    if (!isOfItsSeat(request)) {
      await this.sessions.resolve(request, { evenLocked, anew: true });
      if (!isOfItsSeat(request)) throw SessionError.changed();
    }
    const actor = request.actor;
    if (!actor) throw SessionError.none();
    if (access.kind === 'permissions') {
      const missing = access.all.find((permission) => !actor.permissions.has(permission));
      if (missing) throw AccessError.forbidden({ permission: missing });
    }
    if (
      access.kind === 'any' &&
      !access.any.some((permission) => actor.permissions.has(permission))
    ) {
      throw AccessError.forbidden({ permission: access.any[0] ?? '' });
    }
    return true;
  }
}
