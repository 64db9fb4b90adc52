import { createServer } from 'node:net';
import { StartError } from './start-error.js';

/** Errors: StartError that says how to start on another port. */
export function checkPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(refusal(error.code, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function refusal(code: string | undefined, host: string, port: number): StartError {
  if (code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : port - 1;
    return new StartError(
      `端口 ${port} 已被占用。请换一个端口:PORT=${other} npx -y pnpm@12 start`,
      `Port ${port} is taken by another program. Start on another one: PORT=${other} npx -y pnpm@12 start`,
    );
  }
  return new StartError(
    `不能在 ${host}:${port} 上监听(${code})。请换一个端口(PORT)。`,
    `Cannot listen on ${host}:${port} (${code}). Choose another PORT.`,
  );
}
