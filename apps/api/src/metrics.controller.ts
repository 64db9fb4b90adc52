import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Env, Public, RequestError } from '#kernel';
import { Metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

@ApiExcludeController()
@Controller()
export class MetricsController {
  constructor(
    private readonly env: Env,
    private readonly metrics: Metrics,
  ) {}

  /** For a collector: with METRICS_TOKEN as its bearer token, or from this machine itself. Errors: request.not_found. */
  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.mayRead(request)) throw RequestError.notFound();
    return this.metrics.text();
  }

  private mayRead({ headers, socket }: FastifyRequest): boolean {
    const { metricsToken } = this.env;
    if (metricsToken)
      return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${metricsToken}`));
    // What a proxy on this machine hands on comes from elsewhere.
    const isForwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
    return !isForwarded && LOOPBACK.has(socket.remoteAddress ?? '');
  }
}
