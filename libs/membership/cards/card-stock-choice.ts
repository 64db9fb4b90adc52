import { typedCardNo } from './card-number.rules.js';
import type { StockCard } from './card-stock.repository.js';
import { MAX_STOCK_NUMBERS, numbersBetween, numbersIn } from './card-stock.rules.js';
import { CardError } from './card.errors.js';

/**
 * The numbers a run or a list stands for; undefined where only a quantity was said.
 * Errors: card.wrong_numbers, card.too_many_numbers, card.no_numbers.
 */
export function chosenNumbers(input: {
  firstNo?: string;
  lastNo?: string;
  numbers?: string;
  quantity?: number;
}): string[] | undefined {
  if (input.firstNo) {
    const [first, last] = [input.firstNo, input.lastNo ?? input.firstNo].map(typedCardNo);
    const between = numbersBetween(first ?? '', last ?? '');
    if (!between) throw CardError.wrongNumbers({ count: 1, cardNo: last ?? '' });
    return between;
  }
  if (input.numbers) {
    const numbers = numbersIn(input.numbers);
    if (numbers.length > MAX_STOCK_NUMBERS) {
      throw CardError.tooManyNumbers({ max: MAX_STOCK_NUMBERS });
    }
    if (numbers.length) return numbers;
  }
  if (!input.quantity) throw CardError.noNumbers();
  return undefined;
}

/** The cards of a document that a list names. Errors: card.not_in_document. */
export function pick(cards: readonly StockCard[], list: string | undefined): StockCard[] {
  const numbers = list ? numbersIn(list) : [];
  const byNumber = new Map(cards.map((card) => [card.cardNo, card]));
  const foreign = numbers.filter((number) => !byNumber.has(number));
  if (foreign[0]) throw CardError.notInDocument({ count: foreign.length, cardNo: foreign[0] });
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
