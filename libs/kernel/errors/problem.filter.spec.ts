import { type ArgumentsHost, Logger } from '@nestjs/common';
import { fastify } from 'fastify';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { ProblemFilter } from './problem.filter.js';

const { jest } = import.meta;
const error = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
const server = fastify();
const seen = Promise.withResolvers<void>();

beforeAll(async () => {
  const filter = new ProblemFilter();
  server.setErrorHandler((problem, request, reply) => {
    const http = { getRequest: () => request, getResponse: () => reply };
    filter.catch(problem, { switchToHttp: () => http } as unknown as ArgumentsHost);
    seen.resolve();
  });
  server.post('/upload', () => ({}));
  server.get('/broken', () => {
    throw new Error('broken');
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

it('an upload that is given up is no failure of ours', async () => {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /upload HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"a":',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.resetAndDestroy();
  await seen.promise;
  expect(error).not.toHaveBeenCalled();
  expect(log).toHaveBeenCalledTimes(1);
});

it('what breaks here is one', async () => {
  expect((await server.inject('/broken')).statusCode).toBe(500);
  expect(error).toHaveBeenCalledTimes(1);
});
