import type { MemberAct } from './member-act.js';

const plain = (text: string): string => text.toLowerCase().replace(/\s/g, '');
const initials = (syllables: string): string =>
  syllables
    .split(' ')
    .map(([first]) => first ?? '')
    .join('');

/** How well an act is what was typed, best first; undefined where it is not. */
function rank(act: MemberAct, typed: string, words: string): number | undefined {
  if (plain(act.letter) === typed) return 0;
  const names = [words, ...act.typed].map(plain);
  if (names.some((name) => name.startsWith(typed))) return 1;
  if (act.typed.some((name) => initials(name).startsWith(typed))) return 2;
  return names.some((name) => name.includes(typed)) ? 3 : undefined;
}

/** The acts that are meant by what is typed: a letter, words, pinyin, its initials, another name. The best comes first. */
export function findActs(
  acts: readonly MemberAct[],
  typed: string,
  wordsOf: (act: MemberAct) => string,
): MemberAct[] {
  const wanted = plain(typed);
  if (wanted === '') return [...acts];
  return acts
    .flatMap((act) => {
      const place = rank(act, wanted, wordsOf(act));
      return place === undefined ? [] : [{ act, place }];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ act }) => act);
}

/** The act whose key is pressed with Alt: at once, wherever the typing is. By the place of the key, so an input method may be on. */
export function actOfKey(
  acts: readonly MemberAct[],
  {
    code,
    altKey,
    ctrlKey,
    metaKey,
  }: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey'>,
): MemberAct | undefined {
  if (!altKey || ctrlKey || metaKey) return undefined;
  const letter = /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(code)?.[1];
  return acts.find((act) => act.letter === letter);
}
