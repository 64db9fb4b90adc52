/** What a scanner reads is a virtual card by its beginning; it is never a card number (those have sixteen digits). */
export const CODE_MARK = 'SK1';
// Letters and digits that can't be mistaken for each other, as in Crockford's base 32: five bits each.
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A code is the mark, a handle and a proof. */
export const CODE_PART_LENGTH = 8;
const PART = `([${CODE_ALPHABET}]{${CODE_PART_LENGTH}})`;
const FORM = new RegExp(`^${CODE_MARK}${PART}${PART}$`);

/** The parts of a code as it was scanned or typed, or undefined where it is none. */
export function readVirtualCode(text: string): { handle: string; proof: string } | undefined {
  const [, handle, proof] = FORM.exec(text.normalize('NFKC').trim().toUpperCase()) ?? [];
  return handle && proof ? { handle, proof } : undefined;
}

export const isVirtualCode = (text: string): boolean => readVirtualCode(text) !== undefined;
