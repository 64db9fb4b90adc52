import { memberKeys } from './member-search.rules.js';

/** What two records are compared by. */
export interface Likeness {
  name?: string | null;
  nickname?: string | null;
  phone?: string | null;
  birthMonth?: number | null;
  birthDay?: number | null;
}

export const DUPLICATE_REASONS = ['phone', 'name_and_birthday'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** How whole names sound, without tones: 王晓明 and 王小明 are one. */
export function soundsOf(member: Likeness): string[] {
  return [member.name, member.nickname].flatMap((name) => {
    if (!name) return [];
    const keys = memberKeys({ name });
    // The whole name comes first; a latin name is its own sound.
    const whole = keys.find(({ kind }) => kind === 'pinyin') ?? keys[0];
    return whole ? [whole.key] : [];
  });
}

/** Why two records may be one person: the same phone, or a name that sounds the same and the same birthday. */
export function whyAlike(a: Likeness, b: Likeness): DuplicateReason | null {
  if (a.phone && a.phone === b.phone) return 'phone';
  const birthdays =
    a.birthMonth && a.birthDay && a.birthMonth === b.birthMonth && a.birthDay === b.birthDay;
  if (!birthdays) return null;
  const others = new Set(soundsOf(b));
  return soundsOf(a).some((sound) => others.has(sound)) ? 'name_and_birthday' : null;
}
