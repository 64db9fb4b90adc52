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

export const MAX_PHOTO_PIXELS = 20_000_000;

export interface PictureSize {
  width: number;
  height: number;
}

/** Width and height as the file's head says, without decoding it; null where it says none. */
export function sizeOfPicture(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = photoTypeOf(bytes);
  const size =
    type === 'image/png'
      ? sizeOfPng(view)
      : type === 'image/jpeg'
        ? sizeOfJpeg(view)
        : type
          ? sizeOfWebp(view)
          : null;
  return size && size.width > 0 && size.height > 0 ? size : null;
}

function sizeOfPng(view: DataView): PictureSize | null {
  if (view.byteLength < 24) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

// Segment after segment to the one that begins the picture (SOF0 … SOF15, but for the tables among them).
function sizeOfJpeg(view: DataView): PictureSize | null {
  const tables = new Set([0xc4, 0xc8, 0xcc]);
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && !tables.has(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    // A filling byte stands before the marker itself.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function sizeOfWebp(view: DataView): PictureSize | null {
  if (view.byteLength < 30) return null;
  const kind = String.fromCharCode(view.getUint8(15));
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  if (kind === 'X') return { width: three(24), height: three(27) };
  if (kind === 'L') {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
