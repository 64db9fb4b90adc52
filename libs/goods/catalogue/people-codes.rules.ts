import { foldCardNo, phoneKind } from '#kernel/rules';
import { isCardNo } from '#membership/cards/rules';

/**
 * A code that reads as a card's or a mobile's: a scan of it at the till has to open a person at once, so no product may
 * have it, whether somebody has that number yet or not. A landline is told from a code of goods by nothing: it may be one.
 */
export function readsAsPerson(code: string): boolean {
  const number = foldCardNo(code);
  return isCardNo(number) || (number.length === 11 && phoneKind(number) === 'mobile');
}
