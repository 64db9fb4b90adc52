import { RouteConfig } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';

const STREAMED = 'streamedBody';

/** The route takes any bytes and reads them itself, as `request.body`: a stream of no known length. It must bound it. */
export const StreamedBody = (): MethodDecorator => RouteConfig({ [STREAMED]: true });

/** Hands bodies of application/octet-stream on to routes that ask for them, and to no other. */
export function acceptStreamedBodies(server: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  server.addContentTypeParser(
    'application/octet-stream',
    (request: FastifyRequest, body, done: (error: Error | null, body?: unknown) => void) => {
      const config = request.routeOptions.config as unknown as Record<string, unknown>;
      if (config[STREAMED]) done(null, body);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
    },
  );
}
