import { Writable } from 'node:stream';
import pino from 'pino';
import { Env } from '#kernel';
import { loggedPath, logging, maskDigits } from './logging.js';

it('logs no query, and of long numbers the last four digits', () => {
  expect(loggedPath('/api/v1/members/lookup?q=13812342046')).toBe('/api/v1/members/lookup');
  expect(loggedPath('/api/v1/cards/6800102744139208/lost')).toBe('/api/v1/cards/****9208/lost');
  expect(loggedPath('/api/v1/sales/123456')).toBe('/api/v1/sales/123456');
  expect(maskDigits('Key (phone)=(13812342046) already exists')).toBe(
    'Key (phone)=(****2046) already exists',
  );
});

it('hides secrets wherever they turn up', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const { pinoHttp } = logging(new Env({ DATABASE_URL: 'postgres://localhost/none' }));
  const { redact, serializers } = pinoHttp as pino.LoggerOptions;
  const logger = pino({ redact, serializers }, sink);
  logger.info({ password: 'open-sesame', body: { pin: '123456' }, phone: '13812342046' }, 'x');
  logger.error({ err: new Error('duplicate phone 13812342046') }, 'y');
  const text = lines.join('');
  for (const secret of ['open-sesame', '123456', '13812342046']) expect(text).not.toContain(secret);
  expect(text).toContain('****2046');
});
