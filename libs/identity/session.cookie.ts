import { hash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '#kernel';

/** Browsers keep a __Host- cookie only over https, so plain http has a name of its own. */
export function cookieName(env: Env): string {
  return env.secureCookies ? '__Host-shuke' : 'shuke_session';
}

/** What the browser holds: nothing but chance. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database holds: useless to whoever reads it. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

/** The hash of the request's token, if it carries one. */
export function tokenHashOf(request: FastifyRequest, env: Env): Buffer | undefined {
  const token = request.cookies[cookieName(env)];
  return token && /^[\w-]{43}$/.test(token) ? hashToken(token) : undefined;
}

export function setSessionCookie(
  reply: FastifyReply,
  env: Env,
  token: string,
  maxAgeSeconds: number,
): void {
  void reply.setCookie(cookieName(env), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: env.secureCookies,
    maxAge: maxAgeSeconds,
  });
}

export function clearSessionCookie(reply: FastifyReply, env: Env): void {
  void reply.clearCookie(cookieName(env), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: env.secureCookies,
  });
}
