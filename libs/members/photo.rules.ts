export const MAX_PHOTO_BYTES = 2 * 1024 * 1024;
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** What a file is by its first bytes, whatever its name and declared type say; null for anything else than a picture. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) {
    return 'image/jpeg';
  }
  if (bytes.length > 8 && bytes[0] === 0x89 && ascii(bytes, 1, 8) === 'PNG\r\n\u001a\n') {
    return 'image/png';
  }
  const isRiff = bytes.length > 12 && ascii(bytes, 0, 4) === 'RIFF';
  return isRiff && ascii(bytes, 8, 12) === 'WEBP' ? 'image/webp' : null;
}
