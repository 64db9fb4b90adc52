import { Converter } from 'opencc-js/t2cn';

const HAN = /\p{Script=Han}/u;
const convert = Converter({ from: 't', to: 'cn' });
/** Characters that were met before: looking one up takes longer than to remember it. */
const met = new Map<string, string>();

/**
 * Traditional characters as simplified ones, each by itself: what a whole word would change, the beginning of it could
 * not find.
 */
export function simplified(text: string): string {
  return HAN.test(text) ? Array.from(text, simple).join('') : text;
}

function simple(character: string): string {
  const known = met.get(character);
  if (known !== undefined) return known;
  const form = HAN.test(character) ? convert(character) : character;
  met.set(character, form);
  return form;
}
