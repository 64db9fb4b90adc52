import { randomUUID } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { acceptStreamedBodies, RequestError, takesBody, type Env } from '#kernel';
import { MAX_PHOTO_BYTES, PHOTO_TYPES } from '#membership/members';
import { Metrics } from './metrics.js';
import { API_PREFIX, setUpApiDocument } from './openapi.js';
import { serveWeb } from './web-files.js';

const MAX_BODY_BYTES = 1_048_576;
/** Nothing in the API is nested deeper; what is would overflow the stack of whoever walks it. */
const MAX_BODY_DEPTH = 12;
/** A request that comes in drops holds a connection: after this it is closed. The largest file takes less on a slow line. */
const PATIENCE = { requestMs: 120_000, lookMs: 10_000 };
const HEAD_MS = 30_000;
const HSTS_SECONDS = 15_552_000;
/** An answer of the API is data: it shows nothing, is framed by nobody and kept by no cache. */
const API_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};
const BODY_METHODS = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const REQUEST_ID = /^[\w.-]{8,80}$/;

/** The HTTP server below the application. */
export function httpAdapter(env: Env, patience = PATIENCE): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: env.trustProxy,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // A proxy may have named the request already.
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
    // Paths that no route can be looked up for (a broken %-escape, an endless parameter).
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problem(request, reply, RequestError.malformed()),
    // Bytes that are no HTTP at all never reach a route: they get the plain 400 of the server.
    forceCloseConnections: 'idle',
    requestTimeout: patience.requestMs,
    http: {
      connectionsCheckingInterval: patience.lookMs,
      // Where the head may take longer than the whole, Node.js changes the two.
      headersTimeout: Math.min(HEAD_MS, patience.requestMs),
    },
  });
}

function problem(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, status }: { code: string; status: number },
): void {
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send({
      type: `urn:shuke:problem:${code}`,
      title: code,
      status,
      code,
      params: {},
      traceId: request.id,
    });
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  // A body that its route reads itself.
  if (value instanceof IncomingMessage) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}

/** Everything around the routes: headers, cookies, the request's id, times, documents, the web app's files. */
export async function configure(app: NestFastifyApplication, env: Env): Promise<void> {
  app.setGlobalPrefix(API_PREFIX, { exclude: ['health/live', 'health/ready', 'metrics'] });
  const server = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  const apiHeaders = {
    ...API_HEADERS,
    ...(env.secureCookies
      ? { 'Strict-Transport-Security': `max-age=${HSTS_SECONDS}; includeSubDomains` }
      : {}),
  };
  server.addContentTypeParser(
    [...PHOTO_TYPES],
    { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES },
    (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body),
  );
  acceptStreamedBodies(server);
  await app.register(cookie);
  await app.register(helmet, {
    // Said below for pages only: it works out its headers anew for every answer.
    global: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The component library sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(env.secureCookies ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: env.secureCookies ? { maxAge: HSTS_SECONDS } : false,
    // Browsers heed these only over https or on localhost, and warn anywhere else.
    crossOriginOpenerPolicy: env.secureCookies,
    originAgentCluster: env.secureCookies,
  });
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    void reply.header('X-Request-Id', request.id);
    if (request.url.startsWith('/api/')) void reply.headers(apiHeaders);
    else reply.helmet();
    if (BODY_METHODS.has(request.method) && !request.is404 && !takesBody(request))
      problem(request, reply, RequestError.unsupportedMedia());
    else done();
  });
  server.addHook(
    'preValidation',
    (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      if (isDeeperThan(request.body, MAX_BODY_DEPTH))
        problem(request, reply, RequestError.malformed());
      else done();
    },
  );
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  setUpApiDocument(app);
  await serveWeb(app);
}
