import { ResizeFit, Transformer } from '@napi-rs/image';
import { MemberError } from './member.errors.js';
import { MAX_PHOTO_PIXELS, sizeOfPicture, type PhotoType } from './photo.rules.js';

/** As large as any screen shows it. */
const LONGEST_SIDE = 1_200;
const QUALITY = 82;

// One at a time: decoding takes a processor and up to 80 MB.
let last: Promise<unknown> = Promise.resolve();

/**
 * What is kept of a photo: its pixels, encoded anew. What else was in the file (places, texts, code behind the picture)
 * is gone. Errors: member.photo_not_a_picture, member.photo_too_many_pixels.
 */
export async function encodedPhoto(bytes: Buffer): Promise<{ type: PhotoType; bytes: Buffer }> {
  const size = sizeOfPicture(bytes);
  if (!size) throw MemberError.photoNotAPicture();
  if (size.width * size.height > MAX_PHOTO_PIXELS)
    throw MemberError.photoTooManyPixels({ maxMegapixels: MAX_PHOTO_PIXELS / 1_000_000 });
  const encode = () => {
    const picture = new Transformer(bytes).rotate();
    const small =
      Math.max(size.width, size.height) > LONGEST_SIDE
        ? picture.resize(LONGEST_SIDE, LONGEST_SIDE, null, ResizeFit.Inside)
        : picture;
    return small.webp(QUALITY);
  };
  const mine = last.then(encode, encode);
  last = mine;
  try {
    return { type: 'image/webp', bytes: await mine };
  } catch {
    throw MemberError.photoNotAPicture();
  }
}
