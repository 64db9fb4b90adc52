import { hash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '#kernel';

/** Browsers keep a __Host- cookie only over https, so plain http has a name of its own. */
export function cookieName(env: Env): string {
  return env.secureCookies ? '__Host-shuke' : 'shuke_session';
}

const deviceCookieName = (env: Env): string =>
  env.secureCookies ? '__Host-shuke-device' : 'shuke_device';

/** What the browser holds: nothing but chance. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database holds: useless to whoever reads it. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}

const TOKEN = /^[\w-]{43}$/;

/** The hash of the request's token, if it carries one. */
export function tokenHashOf(request: FastifyRequest, env: Env): Buffer | undefined {
  const token = request.cookies[cookieName(env)];
  return token && TOKEN.test(token) ? hashToken(token) : undefined;
}

/** By which a browser is known again after its sessions have ended. */
export function deviceTokenOf(request: FastifyRequest, env: Env): string | undefined {
  const token = request.cookies[deviceCookieName(env)];
  return token && TOKEN.test(token) ? token : undefined;
}

export const DEVICE_DAYS = 180;

export function setDeviceCookie(reply: FastifyReply, env: Env, token: string): void {
  void reply.setCookie(deviceCookieName(env), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: env.secureCookies,
    maxAge: DEVICE_DAYS * 86_400,
  });
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
