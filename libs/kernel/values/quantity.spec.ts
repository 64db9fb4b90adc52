import { readQuantity } from './quantity.js';

const pieces = (text: string) => readQuantity(text, { weighed: false, mostMilli: 3_000 });
const weight = (text: string) => readQuantity(text, { weighed: true });

it.each([
  ['2', 2_000],
  ['２', 2_000],
  ['2.0', 2_000],
  ['3', 3_000],
])('reads %s as pieces', (text, value) => expect(pieces(text)).toEqual({ value }));

it.each([
  ['0', 'nothing'],
  ['-1', 'nothing'],
  ['1.5', 'split_piece'],
  ['1.2345', 'split_piece'],
  ['1,5', 'unreadable'],
  ['1 0', 'unreadable'],
  ['two', 'unreadable'],
  ['4', 'too_much'],
  ['9999999999999', 'too_much'],
])('says why %s is no number of pieces', (text, problem) =>
  expect(pieces(text)).toEqual({ problem }),
);

it('reads a weight to the gram', () => {
  expect(weight('0.884')).toEqual({ value: 884 });
  expect(weight('0.8841')).toEqual({ problem: 'too_fine' });
  expect(weight('1,500')).toEqual({ problem: 'unreadable' });
  expect(weight('0.000')).toEqual({ problem: 'nothing' });
});

it('takes no more than the server does', () => {
  expect(weight('100000')).toEqual({ value: 100_000_000 });
  expect(weight('100000.001')).toEqual({ problem: 'too_much' });
});
