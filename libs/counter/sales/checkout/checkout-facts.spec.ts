import type { TenderKind } from '#chain/tenders';
import { type SaleLineKind } from '#goods/lines';
import { moneyTender } from '../../../chain/tenders/money.tender.js';
import { pointsTender } from '../../../value/points/points.tender.js';
import { quickLine } from '../../quick-sale/quick.line.js';
import { productLine } from '../lines/product.line.js';
import { checkoutFacts } from './checkout-facts.js';

const [product, quick] = [productLine, quickLine] as unknown as [SaleLineKind, SaleLineKind];
const [money, points] = [moneyTender, pointsTender] as unknown as [TenderKind, TenderKind];
const textOf = (lines: SaleLineKind[], tenders: TenderKind[] = [], namesStaff = false) =>
  checkoutFacts({ lines, tenders }, namesStaff);

it('has one text for each set of kinds, and another where somebody is named', () => {
  const sets = [[product], [quick], [product, quick]];
  const texts = sets.flatMap((kinds) => [textOf(kinds), textOf(kinds, [], true)]);
  texts.push(textOf([product], [money]));
  expect(new Set(texts).size).toBe(7);
  expect(textOf([product, quick])).toBe(texts[4]);
  // What asks the database nothing makes no text of its own.
  expect(textOf([product], [points, money])).toBe(texts[6]);
  expect(textOf([product], [points])).toBe(texts[0]);
});

it('reads for a cart of products nothing that other kinds ask', () => {
  const text = textOf([product]);
  expect(text).not.toMatch(/category|staff_store|lines_of_quick|tender_store|\$6/);
  expect(textOf([quick])).not.toMatch(/store_price|lines_of_product/);
});
