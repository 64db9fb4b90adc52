import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, getSchemaPath, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describedInputKinds, describedParts, PRODUCT_VERSION } from '#kernel';

import { describeNull } from './openapi-null.js';
import { describeRefusals } from './openapi-refusals.js';

export const API_PREFIX = 'api/v1';

const DESCRIPTION = `Sign in with \`POST /api/v1/session\`; the answer sets the session cookie. Unsafe methods need the server's own
\`Origin\` and the header \`X-Requested-With: shuke\`; commands that move value or change a status need an \`Idempotency-Key\` (UUID).
Amounts are whole cents, quantities whole thousandths, rates whole basis points. Refusals are problem details (RFC 9457) with a \`code\`.`;

export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Shuke 熟客')
    .setDescription(DESCRIPTION)
    .setVersion(PRODUCT_VERSION)
    .addCookieAuth('shuke_session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}_${method}`,
    extraModels: describedInputKinds().flatMap((kinds) => kinds.classes()),
  });
  const schemas = ((document.components ??= {}).schemas ??= {});
  for (const { name, classes } of describedInputKinds())
    schemas[name] = { oneOf: classes().map((one) => ({ $ref: getSchemaPath(one) })) };
  for (const [name, schema] of describedParts()) schemas[name] = schema();
  describeRefusals(document);
  return describeNull(document);
}

interface PageRequest {
  method: string;
  headers: Record<string, string>;
}

// Runs in the browser, so that trying a route out works: it is sent as text and stands on nothing around it.
function likeOurOwnPages(request: PageRequest): PageRequest {
  request.headers['X-Requested-With'] = 'shuke';
  return request;
}

/** The document at /api/v1/openapi.json and a page to read it at /docs, made when first asked for. */
export function setUpApiDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app), {
    jsonDocumentUrl: `${API_PREFIX}/openapi.json`,
    raw: ['json'],
    customSiteTitle: 'Shuke 熟客 API',
    swaggerOptions: { requestInterceptor: likeOurOwnPages },
  });
}
