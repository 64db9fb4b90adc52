import { foldCardNo, foldPhone, plainText } from '#kernel/rules';
import { pinyin } from 'pinyin-pro';

/** Keys of a whole name; those of its parts are searched after them. */
export const WHOLE_KINDS = ['name', 'pinyin', 'initials'] as const;
export const PART_KINDS = ['name_part', 'pinyin_part', 'initials_part'] as const;
export type MemberKeyKind =
  (typeof WHOLE_KINDS)[number] | (typeof PART_KINDS)[number] | 'phone' | 'last4';

export interface SearchKey {
  key: string;
  kind: MemberKeyKind;
}

interface Syllable {
  text: string;
  sound: string;
  initial: string;
}

const LAST_DIGITS = 4;
const NUMBER = /^\+?\d{5,32}$/;

/** How names and questions are compared: one width, lower case, without spaces and the dot of foreign names. */
export function searchText(text: string): string {
  return plainText(text).replace(/[\s·•'’.-]+/g, '');
}

// A hanzi is a syllable of its own; a run of other letters is one.
function syllablesOf(name: string): Syllable[] {
  const syllables: Syllable[] = [];
  for (const word of plainText(name).split(/[\s·•'’.-]+/)) {
    let latin = '';
    const endLatin = () => {
      if (latin) syllables.push({ text: latin, sound: latin, initial: [...latin][0] ?? '' });
      latin = '';
    };
    for (const letter of pinyin(word, {
      toneType: 'none',
      type: 'all',
      surname: 'head',
      v: true,
    })) {
      if (!letter.isZh) {
        latin += letter.origin;
        continue;
      }
      endLatin();
      syllables.push({
        text: letter.origin,
        sound: letter.pinyin,
        initial: letter.pinyin.charAt(0),
      });
    }
    endLatin();
  }
  return syllables;
}

function keysOfName(name: string): SearchKey[] {
  const syllables = syllablesOf(name);
  return syllables.flatMap((_, start) => {
    const rest = syllables.slice(start);
    const join = (part: keyof Syllable) => rest.map((syllable) => syllable[part]).join('');
    const text = join('text');
    const sound = join('sound');
    const [ofText, ofSound, ofInitials] = start === 0 ? WHOLE_KINDS : PART_KINDS;
    return [
      { key: text, kind: ofText },
      ...(sound === text ? [] : [{ key: sound, kind: ofSound }]),
      { key: join('initial'), kind: ofInitials },
    ];
  });
}

/** Everything a member can be found by: each suffix of the names in hanzi, pinyin and initials, the phone, its last four. */
export function memberKeys(member: {
  name?: string | null;
  nickname?: string | null;
  phone?: string | null;
}): SearchKey[] {
  const { name, nickname, phone } = member;
  const keys: SearchKey[] = [
    ...(name ? keysOfName(name) : []),
    ...(nickname ? keysOfName(nickname) : []),
    ...(phone ? [{ key: phone, kind: 'phone' as const }] : []),
    ...(phone ? [{ key: phone.slice(-LAST_DIGITS), kind: 'last4' as const }] : []),
  ];
  const unique = new Map(keys.map((key) => [`${key.kind} ${key.key}`, key]));
  return [...unique.values()].filter(({ key }) => key !== '');
}

export type MemberQuestion =
  | { by: 'number'; number: string; phone: string }
  | { by: 'last4'; digits: string }
  | { by: 'name'; text: string }
  | { by: 'nothing' };

/**
 * What was typed or scanned. Only a full number may open a member at once; last four, names, pinyin and
 * initials give candidates.
 */
export function questionOf(typed: string): MemberQuestion {
  const text = searchText(typed);
  if (text === '') return { by: 'nothing' };
  if (/^\d{4}$/.test(text)) return { by: 'last4', digits: text };
  const number = foldCardNo(typed);
  const phone = foldPhone(number);
  if (NUMBER.test(number) || NUMBER.test(phone)) return { by: 'number', number, phone };
  // Up to three digits are the beginning of most phones and the name of nobody.
  if (/^\d{1,3}$/.test(text)) return { by: 'nothing' };
  return { by: 'name', text };
}

/** The texts that begin with `prefix`, in byte order: from … (not) to. */
export function searchRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\u{10FFFF}` };
}
