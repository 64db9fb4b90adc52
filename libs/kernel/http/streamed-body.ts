import { RouteConfig } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';

const STREAMED = 'streamedBody';
const TYPES = 'bodyTypes';

/** The route takes any bytes and reads them itself, as `request.body`: a stream of no known length. It must bound it. */
export const StreamedBody = (): MethodDecorator => RouteConfig({ [STREAMED]: true });

/** The route takes a body of these types instead of JSON. */
export const TakesBodyOf = (...types: string[]): MethodDecorator => RouteConfig({ [TYPES]: types });

/** JSON, and where a route takes something else that too. */
export function takesBody(request: FastifyRequest): boolean {
  const given = request.headers['content-type'];
  if (given === undefined) return true;
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  const config = request.routeOptions.config as unknown as Record<string, unknown> | undefined;
  const types = (config?.[TYPES] as string[] | undefined) ?? [];
  return (
    type === 'application/json' ||
    types.includes(type) ||
    (config?.[STREAMED] === true && type === 'application/octet-stream')
  );
}

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
