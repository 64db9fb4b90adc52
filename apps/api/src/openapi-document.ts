// Writes the API's description to the file that is named, without a database. usage: openapi-document.js <file>
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Env } from '#kernel';
import { AppModule } from './app.module.js';
import { httpAdapter } from './http-server.js';
import { apiDocument, API_PREFIX } from './openapi.js';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: openapi-document.js <file>');
// Nothing connects anywhere in a preview.
const env = new Env({ DATABASE_URL: 'postgres://localhost/none' });
const app = await NestFactory.create<NestFastifyApplication>(AppModule.for(env), httpAdapter(env), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
app.setGlobalPrefix(API_PREFIX);
await writeFile(file, `${JSON.stringify(apiDocument(app), null, 2)}\n`);
