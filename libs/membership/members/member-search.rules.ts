import { foldCardNo, foldPhone, plainText, simplified } from '#kernel';
import { plainSound, readings, SEPARATORS, syllablesOf } from './name-reading.rules.js';

/** Keys of a whole name; those of its parts, and of its other readings, are searched after them. */
export const WHOLE_KINDS = ['name', 'pinyin', 'initials'] as const;
export const PART_KINDS = ['name_part', 'pinyin_part', 'initials_part'] as const;
export type MemberKeyKind =
  (typeof WHOLE_KINDS)[number] | (typeof PART_KINDS)[number] | 'phone' | 'last4';

export interface SearchKey {
  key: string;
  kind: MemberKeyKind;
}

/** Raised when keys are made otherwise: what is stored is then made anew, member by member. */
export const KEY_RULE = 2;

const LAST_DIGITS = 4;
const NUMBER = /^\+?\d{5,32}$/;

/**
 * How names and questions are compared: simplified characters, one width, lower case, one writing of ü, without spaces
 * and the dot of foreign names.
 */
export function searchText(text: string): string {
  return plainSound(simplified(plainText(text)).split(SEPARATORS).join(''));
}

function keysOfName(name: string): SearchKey[] {
  const syllables = syllablesOf(name);
  return syllables.flatMap((_, start) => {
    const rest = syllables.slice(start);
    const text = rest.map((syllable) => syllable.text).join('');
    const [first, ...others] = readings(rest).map(({ sound, initials }) => ({
      sound: plainSound(sound),
      initials,
    }));
    if (!first) return [];
    const [ofText, ofSound, ofInitials] = start === 0 ? WHOLE_KINDS : PART_KINDS;
    const sounds = new Set([first.sound, plainSound(text)]);
    sounds.delete(text);
    return [
      { key: text, kind: ofText },
      ...Array.from(sounds, (key) => ({ key, kind: ofSound })),
      { key: first.initials, kind: ofInitials },
      ...others
        .filter(({ sound }) => sound !== first.sound)
        .map(({ sound }) => ({ key: sound, kind: 'pinyin_part' as const })),
      ...others
        .filter(({ initials }) => initials !== first.initials)
        .map(({ initials }) => ({ key: initials, kind: 'initials_part' as const })),
    ];
  });
}

/**
 * Everything a member can be found by: each suffix of the names in hanzi, pinyin and initials, in every reading; the
 * phone and its last four.
 */
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
  /** A name beside the last four digits of a phone. `whole` is both as one text: some people are called so. */
  | { by: 'name_and_last4'; text: string; digits: string; whole: string }
  | { by: 'name'; text: string }
  | { by: 'nothing' };

// 单田芳 1100, 单田芳1100, 1100 单田芳; letters need a blank between: A00123 is a card.
const NAME_AND_DIGITS = [
  /^(?<name>.*\p{Script=Han}.*?)\s*(?<digits>\d{4})$/u,
  /^(?<digits>\d{4})\s*(?<name>.*\p{Script=Han}.*)$/u,
  /^(?<name>\p{L}[^\d]*)\s(?<digits>\d{4})$/u,
];

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
  // Up to three digits match too many phones and are no name.
  if (/^\d{1,3}$/.test(text)) return { by: 'nothing' };
  const plain = plainText(typed).trim();
  for (const form of NAME_AND_DIGITS) {
    const { name = '', digits = '' } = form.exec(plain)?.groups ?? {};
    if (digits) return { by: 'name_and_last4', text: searchText(name), digits, whole: text };
  }
  return { by: 'name', text };
}

/** The texts that begin with `prefix`, in byte order: from … (not) to. */
export function searchRange(prefix: string): { from: string; to: string } {
  return { from: prefix, to: `${prefix}\u{10FFFF}` };
}
