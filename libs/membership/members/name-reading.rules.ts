import { plainText, simplified } from '#kernel';
import { pinyin, polyphonic } from 'pinyin-pro';

/** A hanzi, or a run of other letters. */
export interface Syllable {
  /** In simplified form. */
  text: string;
  /** How it may be read, the likeliest first: a surname as a surname. */
  sounds: readonly string[];
}

/** A name read in one way. */
export interface Reading {
  sound: string;
  initials: string;
}

export const SEPARATORS = /[\s·•'’.-]+/;

/** A name has no more readings than that: each character read otherwise, then two of them. */
const MOST_READINGS = 12;

const readingsOfCharacter = new Map<string, readonly string[]>();

// pinyin-pro writes ü, or v where it is asked to.
const plainU = (sound: string): string => sound.replace(/[üv]/g, 'u');

function readingsOf(character: string): readonly string[] {
  let sounds = readingsOfCharacter.get(character);
  if (!sounds) {
    const found = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
    sounds = found.map(plainU);
    readingsOfCharacter.set(character, sounds);
  }
  return sounds;
}

/**
 * ü is typed u, v or yu (吕: lu, lv, lyu; 略: lue, lve, lyue): all are u here. After n only v, and yu at the beginning:
 * linyu is 林宇 too.
 */
export function plainSound(text: string): string {
  return text
    .replace(/([ln])v/g, '$1u')
    .replace(/lyu/g, 'lu')
    .replace(/^nyu/, 'nu');
}

export function syllablesOf(name: string): Syllable[] {
  return plainText(name).split(SEPARATORS).flatMap(syllablesOfWord);
}

function syllablesOfWord(word: string): Syllable[] {
  const syllables: Syllable[] = [];
  const written = [...word];
  let run = '';
  const endRun = () => {
    if (run) syllables.push({ text: run, sounds: [run] });
    run = '';
  };
  const letters = pinyin(simplified(word), {
    toneType: 'none',
    type: 'all',
    surname: 'head',
    v: true,
  });
  for (const [index, { origin, pinyin: sound, isZh }] of letters.entries()) {
    if (!isZh) {
      run += origin;
      continue;
    }
    endRun();
    // 乾 is written 干 in simplified form and keeps its own reading.
    const own = letters.length === written.length ? (written[index] ?? origin) : origin;
    const sounds = [
      plainU(sound),
      ...readingsOf(origin),
      ...(own === origin ? [] : readingsOf(own)),
    ];
    syllables.push({ text: origin, sounds: [...new Set(sounds)] });
  }
  endRun();
  return syllables;
}

/** Every way to read these syllables, the likeliest first, then those that differ from it least. */
export function readings(syllables: readonly Syllable[]): Reading[] {
  let found: (Reading & { others: number })[] = [{ sound: '', initials: '', others: 0 }];
  for (const { sounds } of syllables) {
    if (sounds.length === 1) {
      const [sound = ''] = sounds;
      found = found.map((reading) => read(reading, sound, 0));
      continue;
    }
    found = found
      .flatMap((reading) => sounds.map((sound, rank) => read(reading, sound, rank ? 1 : 0)))
      .sort((a, b) => a.others - b.others)
      .slice(0, MOST_READINGS);
  }
  return found;
}

const read = (before: Reading & { others: number }, sound: string, other: 0 | 1) => ({
  sound: before.sound + sound,
  initials: before.initials + ([...sound][0] ?? ''),
  others: before.others + other,
});
