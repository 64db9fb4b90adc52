import { globSync, readFileSync } from 'node:fs';
import { type Locale, LOCALES } from './words.fixtures.js';

// One word for one thing, everywhere that people read: screens, receipts, messages, reports, files, guides. What was
// corrected once is refused: a line for each, with the word to use.

/** [refused, instead] */
const REFUSED: Record<Locale, [RegExp, string][]> = {
  'zh-CN': [
    [/发卡/, '办卡'],
    [/账户的主人|主人的/, '主卡会员、主卡支付密码'],
    [/释放|未到账/, '到账、待到账赠送'],
    [/付出/, '付款'],
    [/凭条|小单/, '小票'],
    [/复核/, '授权、审批'],
    // A manager reads it as well, and may not agree to their own act.
    [/店长授权|[请由找]店长/, '另一人授权、有权限的人'],
    [/其中收款/, '实收'],
    [/应付/, '应收'],
    [/单号/, '小票号；不是小票的：编号'],
    [/会员筛选|人群|会员分组/, '会员分群'],
    [/称呼/, '昵称'],
    [/可发/, '在库'],
    [/换日/, '营业日切换时间'],
    [/超过[^，。]*审批|达到/, '满…需审批'],
    [/每秒[^，。]*次/, '每秒…条'],
    [/退余额/, '退款'],
    [/自定义项/, '自定义字段'],
    [/付费比例/, '付款比例'],
    [/旧系统|老系统/, '原系统'],
    [/去总部|· 总部/, '管理后台'],
    [/核对身份后补卡/, '请用新卡（尾号 …）'],
  ],
  en: [
    [/\b[Oo]wn fields?\b/, 'custom field'],
    [/\b[Oo]lder system/, 'previous system'],
    [/Extend many/, 'Extend in bulk'],
    [/Give a range/, 'Assign a range'],
    [/Found again/, 'Mark as found'],
    [/Good through/, 'Valid until'],
    [/Scan pay/, 'QR payment'],
    [/Still to pay|To take\b/, 'Remaining, Amount due'],
    [/Spendable balance/, 'Stored value'],
    [/Messages about acts/, 'Transaction messages'],
    [/\bMade by\b/, 'Created by'],
    [/Members (?:they )?brought|Came by a member/, 'Referrals, Referred by'],
    [/void then/, 'forfeited'],
    [/Principal left/, 'Remaining principal'],
    [/Slow sign-in/, 'Lock sign-in'],
    [/receipt's foot/, 'Receipt footer'],
    [/[Cc]ongratulate/, 'wish them well'],
    [/Points left/, 'Keep'],
    [/(?:until|ask|by) (?:a|your|the) manager (?:unlocks|approves|agrees)/, 'a second person'],
  ],
};

/** Refused where people read it on a screen or in a file; guides for engineers have acts and wallets. */
const ON_SCREENS: [RegExp, string][] = [
  [/\b[Aa]cts?\b(?! as\b)/, 'action'],
  [/\b[Ww]allets?\b/, 'stored value'],
];

const WORDS = globSync([
  'apps/web/src/**/*.locale.ts',
  'libs/**/*.locale.ts',
  'libs/**/*-words.ts',
]).filter((file) => !file.endsWith('.spec.ts'));
const GUIDES = globSync(['docs/*.md', 'README*.md']);

interface Line {
  place: string;
  text: string;
}
/** What is said in quotes; names of keys and comments are no words. */
function linesOf(file: string): Line[] {
  const isCode = file.endsWith('.ts');
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const place = `${file}:${index + 1}`;
      if (!isCode) return [{ place, text: line }];
      if (/^\s*(\/\/|\/\*|\*|import\b)/.test(line)) return [];
      return [...line.matchAll(/'((?:[^'\\]|\\.)*)'|"([^"]*)"|`([^`]*)`/g)].map((found) => ({
        place,
        text: (found[1] ?? found[2] ?? found[3] ?? '').replace(/\$\{[^}]*\}|\{\w+\}/g, '…'),
      }));
    });
}
const isText = ({ text }: Line): boolean =>
  /\p{Script=Han}|[a-zA-Z] [a-zA-Z]|^[A-Z][a-z]+$/u.test(text);

const wrong = (lines: readonly Line[], refused: readonly [RegExp, string][]): string[] =>
  lines.flatMap(({ place, text }) =>
    refused
      .filter(([word]) => word.test(text))
      .map(([, instead]) => `${place} “${text.trim().slice(0, 80)}” → ${instead}`),
  );

const said = WORDS.flatMap(linesOf).filter(isText);
const guides = GUIDES.flatMap(linesOf);

it('finds what people read', () => {
  expect(said.length).toBeGreaterThan(4_000);
  expect(guides.length).toBeGreaterThan(400);
});

it.each(LOCALES)('no refused word is left in %s', (locale) => {
  expect(wrong([...said, ...guides], REFUSED[locale])).toEqual([]);
});

it('screens and files speak of actions and of stored value', () => {
  expect(wrong(said, ON_SCREENS)).toEqual([]);
});
