import { GIVEN_FEMALE, GIVEN_MALE, SURNAMES } from '#workshop/demo-chain';
import {
  readings,
  type Syllable,
  syllablesOf,
} from '../libs/membership/members/name-reading.rules.js';

/** A surname or given name, written in as many slots as it is frequent, with the pieces that keys are put together from. */
export interface NamePart {
  slot: number;
  text: string;
  /** Every reading, the likeliest first; `initials` beside them. */
  sounds: string[];
  initials: string[];
  /** Without its first character; empty where there is none. */
  restText: string;
  restSounds: string[];
  restInitials: string[];
}

export const SURNAME_SLOTS = 2_000;
export const GIVEN_SLOTS = 20_000;

// Characters of given names, the frequent ones first; the frequency falls like in any language.
const FIRST = [
  ...'小文志晓海建玉国明丽春雪佳子雨思俊家永立美秀梓若欣嘉浩宇泽诗依静雅书语瑞天振少凤桂红金光德华新云',
];
const SECOND = [
  ...'华平明英玲芳军兰霞红辉伟杰涛婷敏燕斌娟萍强梅丽峰琴超鹏洁宇涵怡轩欣琪妍然彤瑶萱阳晨豪龙飞凯博林清梦雪',
];
const SINGLE_SHARE = 0.14;

const textOf = (syllables: readonly Syllable[]) => syllables.map(({ text }) => text).join('');

function piecesOf(syllables: readonly Syllable[]): Omit<NamePart, 'slot'> {
  const [whole, rest] = [readings(syllables), readings(syllables.slice(1))];
  return {
    text: textOf(syllables),
    sounds: whole.map(({ sound }) => sound),
    initials: whole.map(({ initials }) => initials),
    restText: textOf(syllables.slice(1)),
    restSounds: rest.map(({ sound }) => sound),
    restInitials: rest.map(({ initials }) => initials),
  };
}

/** The pieces of a name that follows a surname, by the product's own rule: a surname of one character is taken off again. */
const givenPieces = (given: string) => piecesOf(syllablesOf(`王${given}`).slice(1));
const surnamePieces = (surname: string) => piecesOf(syllablesOf(surname));

/** Fills slots in proportion to weights: a slot drawn at random is a name with its real frequency. */
function inSlots<T>(weighted: readonly (readonly [T, number])[], slots: number): T[] {
  const sum = weighted.reduce((total, [, weight]) => total + weight, 0);
  let reached = 0;
  let filled = 0;
  return weighted.flatMap(([value, weight]) => {
    reached += (weight / sum) * slots;
    const count = Math.round(reached) - filled;
    filled += count;
    return Array.from({ length: count }, () => value);
  });
}

export function surnameSlots(): NamePart[] {
  const pieces = new Map(SURNAMES.map(([surname]) => [surname, surnamePieces(surname)]));
  return inSlots(SURNAMES, SURNAME_SLOTS).map((surname, slot) => ({
    slot,
    ...(pieces.get(surname) ?? surnamePieces(surname)),
  }));
}

export function givenSlots(): NamePart[] {
  const falling = (rank: number) => 1 / (rank + 1) ** 0.8;
  const singles = SECOND.map((second, rank) => [second, falling(rank)] as const);
  const doubles = [
    ...FIRST.flatMap((first, i) =>
      SECOND.map((second, j) => [first + second, falling(i) * falling(j)] as const),
    ),
  ];
  const listed = [...GIVEN_FEMALE, ...GIVEN_MALE].map((name) => [name, 1] as const);
  const share = (names: readonly (readonly [string, number])[], part: number) => {
    const sum = names.reduce((total, [, weight]) => total + weight, 0);
    return names.map(([name, weight]) => [name, (weight / sum) * part] as const);
  };
  const all = [
    ...share(singles, SINGLE_SHARE),
    ...share(listed, 0.26),
    ...share(doubles, 1 - SINGLE_SHARE - 0.26),
  ];
  const pieces = new Map(all.map(([name]) => [name, givenPieces(name)]));
  return inSlots(all, GIVEN_SLOTS).map((name, slot) => ({
    slot,
    ...(pieces.get(name) ?? givenPieces(name)),
  }));
}
