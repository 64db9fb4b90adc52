import { ACT_POLICY, type ActPolicy } from '#chain/approvals';
import { AUDIT_TEXT, auditChanges } from '#chain/audit/rules';

// An approval is asked for by its kind: in the audit log every kind stands in words.
const kinds = Object.values(ACT_POLICY as Record<string, ActPolicy>)
  .filter(({ second }) => second)
  .map(({ right }) => right);

const at = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], tree);
const itself = String;

describe.each(['zh-CN', 'en'] as const)('in %s', (locale) => {
  const words: Parameters<typeof auditChanges>[1] = {
    t: (key) => String(at(AUDIT_TEXT[locale], key)),
    te: (key) => typeof at(AUDIT_TEXT[locale], key) === 'string',
    ...{ money: itself, quantity: itself, rate: itself, number: itself, instant: itself },
    nameOf: () => undefined,
  };
  it.each(kinds)('%s is told in words', (kind) => {
    const [change] = auditChanges({ before: null, after: { kind }, subjectId: '1' }, words);
    expect(change?.after).toMatch(locale === 'en' ? /^[A-Z][\w’ -]+$/ : /^[\p{Script=Han}]+$/u);
  });
});
