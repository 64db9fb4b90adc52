import { ACT_POLICY, type ActPolicy } from '#chain/approvals';
import { type SettingKey, SETTINGS } from '#chain/settings';

const BEGIN = '<!-- acts: written by `pnpm run security:table` -->';
const END = '<!-- /acts -->';
const PROOF_WORDS = { pin: 'PIN', document: 'document seen' } as const;

/** The text of SECURITY.md with its table of acts as the code has them. */
export function withSecurityTable(text: string): string {
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error('SECURITY.md has no place for it');
  return `${before}${BEGIN}\n\n${securityTable()}\n\n${END}${after}`;
}

function securityTable(): string {
  const rows = Object.values(ACT_POLICY as Record<string, ActPolicy>).map((policy) => [
    policy.title,
    `\`${policy.right}\``,
    proofOf(policy),
    secondOf(policy),
    policy.note ?? '',
  ]);
  const head = ['Act', 'Right', 'Proof', 'Second yes', 'Note'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function proofOf({ proof }: ActPolicy): string {
  if (!proof) return 'none';
  const shown = proof.by.map((by) => PROOF_WORDS[by]).join(' or ');
  const above = proof.above ? ` above ${amountOf(proof.above)} a day` : '';
  const from = proof.from ? ` from ${amountOf(proof.from)}` : '';
  const always = proof.always ? ` at every amount (\`${proof.always}\`; off:${above})` : above;
  return `${shown} of ${proof.of}${always}${from}`;
}

function secondOf({ second }: ActPolicy): string {
  if (!second) return 'none';
  const from = second.from ? `from ${amountOf(second.from)}` : '';
  const when = second.when ? `when ${second.when}` : '';
  const day = second.day ? 'from the sums of the day on' : '';
  return [from, when, day].filter(Boolean).join('; ');
}

const amountOf = (key: SettingKey): string => {
  const cents = Number(SETTINGS[key].default);
  return `¥${(cents / 100).toFixed(2)} (\`${key}\`)`;
};
