import { RouteConfig } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';

const STREAMED = 'streamedBody';
const TYPES = 'bodyTypes';

/** The route takes any bytes and reads them itself, as `request.body`: a stream of no known length. It must bound it. */
export const StreamedBody = (): MethodDecorator => RouteConfig({ [STREAMED]: true });

/** The route takes a body of these types instead of JSON. */
export const TakesBodyOf = (...types: string[]): MethodDecorator => RouteConfig({ [TYPES]: types });

const streams = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as unknown as Record<string, unknown> | undefined)?.[STREAMED] === true;

function typesOf({ routeOptions }: FastifyRequest): string[] {
  const config = routeOptions.config as unknown as Record<string, unknown> | undefined;
  return (config?.[TYPES] as string[] | undefined) ?? [];
}

/** Its body is no argument of its method: it reads `request.body`. */
export const readsBodyItself = (request: FastifyRequest): boolean =>
  streams(request) || typesOf(request).length > 0;

/** JSON, and where a route takes something else that too. */
export function takesBody(request: FastifyRequest): boolean {
  const given = request.headers['content-type'];
  if (given === undefined) return true;
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    type === 'application/json' ||
    typesOf(request).includes(type) ||
    (streams(request) && type === 'application/octet-stream')
  );
}

/** Hands bodies of application/octet-stream on to routes that ask for them, and to no other. */
export function acceptStreamedBodies(server: Pick<FastifyInstance, 'addContentTypeParser'>): void {
  server.addContentTypeParser(
    'application/octet-stream',
    (request: FastifyRequest, body, done: (error: Error | null, body?: unknown) => void) => {
      if (streams(request)) done(null, body);
      else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
    },
  );
}
