import fc from 'fast-check';
import { largestRemainder } from '#kernel/rules';
import { componentsOf, type PaidComponent } from './component.rules.js';

const principal = (cents: number): PaidComponent => ({
  component: 'principal',
  figure: 'principal',
  cents,
});
const bonusOf = (cents: number): PaidComponent => ({ component: 'bonus', figure: 'bonus', cents });
const moneyOf = (tender: string, cents: number): PaidComponent => ({
  component: `tender:${tender}`,
  figure: 'received',
  cents,
});
const pointsOf = (cents: number): PaidComponent => ({
  component: 'tender:points',
  figure: 'other',
  cents,
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('what paid which line', () => {
  it('of the sale of golden G05', () => {
    const nets = [50_40, 80_10, 151_20];
    const bonus = [5_97, 9_48, 17_90];
    const components = componentsOf({
      lines: nets.map((netCents, i) => ({
        netCents,
        bonusPartCents: bonus[i] ?? 0,
        otherPartCents: 0,
      })),
      paid: [principal(166_65), bonusOf(33_35), moneyOf('cash', 81_70)],
    });
    expect(components.filter(({ lineNo }) => lineNo === 2)).toEqual([
      { lineNo: 2, kind: 'bonus', cents: 9_48 },
      { lineNo: 2, kind: 'principal', cents: 47_39 },
      { lineNo: 2, kind: 'tender:cash', cents: 23_23 },
    ]);
    expect(components).toHaveLength(9);
  });

  it('says nothing of what cost nothing or was not paid by', () => {
    const free = { netCents: 0, bonusPartCents: 0, otherPartCents: 0 };
    const one = { ...free, netCents: 1 };
    const paid = [moneyOf('wechat', 1)];
    expect(componentsOf({ lines: [free, one, free], paid })).toEqual([
      { lineNo: 2, kind: 'tender:wechat', cents: 1 },
    ]);
  });

  it('refuses a payment that is not what the lines cost', () => {
    const lines = [{ netCents: 10, bonusPartCents: 0, otherPartCents: 0 }];
    expect(() => componentsOf({ lines, paid: [principal(11)] })).toThrow(RangeError);
    expect(() => componentsOf({ lines, paid: [principal(9)] })).toThrow(RangeError);
    expect(() => componentsOf({ lines, paid: [principal(10), pointsOf(1)] })).toThrow(RangeError);
  });

  it('adds up per line and per kind, whatever was bought and paid by', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(500_00), { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(1000), { minLength: 3, maxLength: 7 }),
        (nets, weights) => {
          fc.pre(sum(weights) > 0);
          const [bonus = 0, points = 0, own = 0, ...money] = largestRemainder(sum(nets), weights);
          const bonusParts = largestRemainder(bonus, nets);
          const rests = nets.map((net, i) => net - (bonusParts[i] ?? 0));
          const otherParts = largestRemainder(points, rests);
          const components = componentsOf({
            lines: nets.map((netCents, i) => ({
              netCents,
              bonusPartCents: bonusParts[i] ?? 0,
              otherPartCents: otherParts[i] ?? 0,
            })),
            paid: [
              principal(own),
              bonusOf(bonus),
              pointsOf(points),
              ...money.map((cents, i) => moneyOf(`t${i}`, cents)),
            ],
          });
          const of = (match: (component: { lineNo: number; kind: string }) => boolean) =>
            sum(components.filter(match).map(({ cents }) => cents));
          nets.forEach((net, i) => expect(of(({ lineNo }) => lineNo === i + 1)).toBe(net));
          expect(of(({ kind }) => kind === 'bonus')).toBe(bonus);
          expect(of(({ kind }) => kind === 'principal')).toBe(own);
          expect(of(({ kind }) => kind === 'tender:points')).toBe(points);
          money.forEach((cents, i) =>
            expect(of(({ kind }) => kind === `tender:t${i}`)).toBe(cents),
          );
          return components.every(({ cents }) => cents > 0);
        },
      ),
    );
  });
});
