import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ROOT_FOLDER } from '#kernel';
import { CompressedFiles } from './compressed-files.js';

const NOT_PAGES = /^\/(api|docs|health|metrics)(\/|$)/;

async function filesOf(folder: string): Promise<Set<string>> {
  if (!existsSync(folder)) return new Set();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  );
}

/** The built web app: its files, and its one page for every address that is a screen. */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const folder = join(ROOT_FOLDER, 'dist', 'web');
  const files = await filesOf(folder);
  const server = app.getHttpAdapter().getInstance();
  if (files.size)
    await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const compressed = new CompressedFiles(folder);
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    const file = (request.params as Record<string, string>)['*'] ?? '';
    if (files.has(file) && file !== 'index.html') {
      // Assets carry a hash of what is in them; the few other files may change with any release.
      const lasting = file.startsWith('assets/');
      void reply
        .header('Vary', 'Accept-Encoding')
        .header(
          'Cache-Control',
          lasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
        );
      const small = await compressed.find(file, request.headers['accept-encoding']);
      if (!small) return reply.sendFile(file);
      return reply.type(small.type).header('Content-Encoding', small.encoding).send(small.body);
    }
    const isFile = /\.[a-z0-9]{1,5}$/i.test(path) && file !== 'index.html';
    const isScreen = !isFile && !NOT_PAGES.test(path);
    if (isScreen && files.has('index.html'))
      return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
    reply.callNotFound();
    return reply;
  });
}
