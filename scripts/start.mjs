// `npx -y pnpm@12 start`: builds what changed, then runs the demo with the packaged Node 24.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pinnedNode, root } from './paths.mjs';

const oldest = 20;

function refuse(chinese, english) {
  console.error(`\n✗ ${chinese}\n  ${english}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < oldest) {
  refuse(
    `Node.js ${process.version} 太旧`,
    `Node.js ${process.version} is too old: install Node ${oldest} or newer.`,
  );
}
if (process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime) {
  refuse(
    '这个系统没有 glibc(例如 Alpine),打包的 Node 和 PostgreSQL 不能运行。请用 docker/ 里的镜像。',
    'This system has no glibc (Alpine?): the packaged Node and PostgreSQL cannot run here. Use the image in docker/.',
  );
}
if (!existsSync(path.join(root, 'node_modules/pg'))) {
  refuse('依赖还没有安装', 'Packages are not installed: run "npx -y pnpm@12 install" first.');
}

if (realpathSync(process.execPath) !== pinnedNode()) {
  // The terminal's Ctrl-C reaches the child by itself; a kill of this process is handed on.
  const child = spawn(pinnedNode(), process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
} else {
  await start();
}

async function start() {
  try {
    const { buildServer, buildWeb } = await import('./build.mjs');
    const says = (text) => console.log(`▸ ${text}`);
    await buildServer();
    await buildWeb(() => says('构建网页(仅在改动后)  Building the web app, this once'));
  } catch (error) {
    refuse('构建失败', error.message ?? String(error));
  }
  await import(pathToFileURL(path.join(root, 'dist/apps/demo/src/main.js')).href);
}
