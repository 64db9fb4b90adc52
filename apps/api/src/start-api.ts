import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Env } from '#kernel';
import { AppModule } from './app.module.js';
import { configure, httpAdapter } from './http-server.js';

export interface RunningApi {
  port: number;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Starts the HTTP API and answers once it listens.
 * Errors: EnvError, the driver's where the database is not there, EADDRINUSE where the port is taken.
 */
export async function startApi(env: Env = Env.fromProcess()): Promise<RunningApi> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(env),
    httpAdapter(env),
    {
      bufferLogs: true,
      abortOnError: false,
    },
  );
  try {
    const logger = app.get(Logger);
    app.useLogger(logger);
    await configure(app, env);
    const { protocol, hostname } = new URL(env.publicUrl);
    if (protocol === 'http:' && !LOOPBACK.has(hostname)) {
      logger.warn(
        `${env.publicUrl} is plain http: passwords and sessions can be read on the way. Put https in front and set PUBLIC_URL.`,
      );
    }
    await app.listen(env.port, env.host);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  return { port, close: () => app.close() };
}
