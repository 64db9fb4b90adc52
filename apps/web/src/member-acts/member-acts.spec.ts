import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { at } from '../i18n/words.fixtures.js';
import { actOfKey, findActs } from './find-acts.rules.js';
import { ACT_GROUPS, type MemberAct } from './member-act.js';

const acts: MemberAct[] = [];
for (const file of globSync('apps/web/src/*/*/*.act.ts').sort())
  acts.push(((await import(resolve(file))) as { act: MemberAct }).act);
const chinese = ({ label }: MemberAct): string => at('zh-CN', label) as string;
const of = (id: string): MemberAct => acts.find((act) => act.id === id)!;

describe('what is done with a member', () => {
  it('has a letter that nothing else has', () => {
    const letters = acts.map(({ letter }) => letter);
    expect(letters.filter((letter, index) => letters.indexOf(letter) !== index)).toEqual([]);
  });

  it('has a letter that a browser leaves with Alt: no D, E or F', () => {
    expect(acts.filter(({ letter }) => !/^[A-CG-Z\d]$/.test(letter))).toEqual([]);
  });

  it('stands in a group, each in a place of its own', () => {
    const places = acts.map(({ group, order }) => `${group} ${order}`);
    expect(new Set(places).size).toBe(acts.length);
    expect(new Set(acts.map(({ group }) => group))).toEqual(new Set(ACT_GROUPS));
  });

  it.each(acts.map((act) => [act.id, act] as const))('%s says its pinyin', (_id, act) => {
    const syllables = act.typed[0].split(' ');
    const readings = [...chinese(act)].map((hanzi) =>
      pinyin(hanzi, { toneType: 'none', type: 'array', multiple: true }),
    );
    expect(syllables).toHaveLength(readings.length);
    readings.forEach((each, index) => expect(each).toContain(syllables[index]));
  });

  it('has words for every reason, in both languages', () => {
    const nobody = { cards: [], familyCards: [], hasPin: false, wallet: nothing() };
    const somebody = { ...nobody, hasPin: true };
    const reasons = acts.flatMap((act) =>
      [nobody, somebody].map((member) => act.reason?.(member as never, null) ?? []).flat(),
    );
    expect(reasons.length).toBeGreaterThan(10);
    for (const locale of ['zh-CN', 'en'] as const)
      expect(reasons.filter((key) => typeof at(locale, key) !== 'string')).toEqual([]);
  });
});

const nothing = () => ({ principalCents: 0, bonusCents: 0, heldBonusCents: 0 });
const found = (typed: string) => findActs(acts, typed, chinese).map(({ id }) => id);

describe('an act is found', () => {
  it('by its letter before anything else', () => {
    for (const act of acts) expect(found(act.letter.toLowerCase())[0]).toBe(act.id);
  });

  it.each([
    ['退卡', 'close-card'],
    ['tuika', 'close-card'],
    ['tui ka', 'close-card'],
    ['xiaoka', 'close-card'],
    ['wjmm', 'reset-pin'],
    ['forgot', 'reset-pin'],
    ['buka', 'replace-card'],
    ['Reissue', 'replace-card'],
  ])('by %s', (typed, id) => expect(found(typed)[0]).toBe(id));

  it('not by what nothing is called', () => expect(found('qqq')).toEqual([]));

  it('at once by Alt and its letter, by where the key is', () => {
    const press = (code: string, altKey = true) =>
      actOfKey(acts, { code, altKey, ctrlKey: false, metaKey: false });
    expect(press('KeyK')).toBe(of('close-card'));
    expect(press('Numpad9')).toBe(of('erase-member'));
    expect(press('KeyK', false)).toBeUndefined();
    expect(press('ShiftLeft')).toBeUndefined();
  });
});
