import { foldBarcode, plainText } from '#kernel/rules';
import { pinyin } from 'pinyin-pro';

export type ProductKeyKind = 'name' | 'pinyin' | 'initials' | 'sku' | 'barcode';
export interface ProductKey {
  key: string;
  kind: ProductKeyKind;
}

const MAX_SUFFIXES = 20;
const MAX_KEY = 60;

/** What is typed and what is stored are compared in this form: no case, no spaces, half-width letters, nothing unseen. */
export function searchForm(text: string): string {
  return plainText(text).replace(/\s+/g, '');
}

/**
 * What a product is found by: every suffix of its name, of its pinyin by syllable and of its initials, the SKU and the
 * barcodes. A prefix search over the keys then finds any part of the name.
 */
export function productKeys(product: {
  name: string;
  sku: string;
  barcodes: readonly string[];
}): ProductKey[] {
  const name = searchForm(product.name);
  const characters = [...name];
  const syllables = syllablesOf(name);
  const found = new Map<string, ProductKey>();
  const add = (kind: ProductKeyKind, key: string) => {
    const short = key.slice(0, MAX_KEY);
    if (short) found.set(`${kind} ${short}`, { kind, key: short });
  };
  for (const index of suffixStarts(characters.length))
    add('name', characters.slice(index).join(''));
  for (const index of suffixStarts(syllables.length)) {
    const rest = syllables.slice(index);
    add('pinyin', rest.map(({ sound }) => sound).join(''));
    add('initials', rest.map(({ initial }) => initial).join(''));
  }
  add('sku', searchForm(product.sku));
  // As it is written, for its beginning; folded, for a scan.
  for (const barcode of product.barcodes) {
    add('barcode', searchForm(barcode));
    add('barcode', foldBarcode(barcode));
  }
  return [...found.values()];
}

// A hanzi is a syllable; a run of digits or Latin letters is one and is typed as it stands: 手机壳iphone → sjkiphone.
function syllablesOf(name: string): { sound: string; initial: string }[] {
  const syllables: { sound: string; initial: string; run: boolean }[] = [];
  for (const { origin, pinyin: sound, isZh } of pinyin(name, {
    toneType: 'none',
    type: 'all',
    v: true,
  })) {
    const last = syllables.at(-1);
    if (isZh) syllables.push({ sound, initial: sound.slice(0, 1), run: false });
    else if (last?.run) last.initial = last.sound += origin;
    else syllables.push({ sound: origin, initial: origin, run: true });
  }
  return syllables;
}

function suffixStarts(length: number): number[] {
  return Array.from({ length: Math.min(length, MAX_SUFFIXES) }, (_, index) => index);
}
