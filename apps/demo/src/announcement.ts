const colour = process.stdout.isTTY;
const paint = (code: string) => (text: string) =>
  colour ? `\u001b[${code}m${text}\u001b[0m` : text;
const dim = paint('2');
const bold = paint('1');
const red = paint('31');
const teal = paint('36');

export function step(chinese: string, english: string): void {
  console.log(`${teal('▸')} ${chinese}  ${dim(english)}`);
}

export function note(line: string): void {
  console.log(`  ${dim(line)}`);
}

export function complaint(chinese: string, english: string): void {
  console.error(`\n${red('✗')} ${chinese}\n  ${english}\n`);
}

interface PublicInfo {
  logins?: { login: string; password: string; role: string }[];
}

/** The address, and in a demo the logins that the API itself makes known. */
export async function announce(port: number, publicUrl: string, seconds: string): Promise<void> {
  const info = await fetchInfo(port);
  console.log(`\n  ${bold('熟客 Shuke')}  ${dim(`${seconds} s`)}\n`);
  console.log(`  打开 Open      ${bold(teal(publicUrl))}`);
  for (const [index, { login, password, role }] of (info.logins ?? []).entries()) {
    const label = index === 0 ? '登录 Sign in  ' : '              ';
    console.log(`  ${label} ${bold(login.padEnd(8))} ${password}   ${dim(role)}`);
  }
  console.log(`\n  ${dim('按 Ctrl-C 停止 · Ctrl-C stops everything')}\n`);
}

async function fetchInfo(port: number): Promise<PublicInfo> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/public/info`);
    return answer.ok ? ((await answer.json()) as PublicInfo) : {};
  } catch {
    return {};
  }
}
