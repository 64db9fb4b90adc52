import { mulDivRoundHalfUp } from '#kernel/rules';
import { pointsOfEligible, refundParts, returnLineNetCents, weightOf } from '#goods/pricing';
import { type Figure, type ReturnedComponent, tenderOfComponent } from '#chain/tenders';
import {
  type ReturnableLine,
  type ReturnableSale,
  type ReturnedParts,
  SaleError,
} from '#counter/sales';
import { ReturnError } from './return.errors.js';

const UNIT_MILLI = 1_000;

export interface AskedReturn {
  lineNo: number;
  qtyMilli: number;
}

/** What one return gives back; quantities in thousandths, money in cents. */
export interface PlannedReturn extends ReturnedParts {
  lines: { lineNo: number; qtyMilli: number; costCents: number; cents: number }[];
  costCents: number;
  /** What goes back by which tender, in the order of R3. */
  paid: ReturnedComponent[];
  /** Money by tender. */
  money: { tender: string; amountCents: number }[];
  /** By tender what is counted in a unit of its own: points. */
  counted: { tender: string; amountCents: number; units: number }[];
}

/** The sale as far as it decides: what is left of each line, and by what points were earned. */
export type KeptSale = Pick<
  ReturnableSale,
  'lines' | 'tenders' | 'pointsEarned' | 'returnedPoints' | 'pointsPerYuanBps'
>;

/**
 * What comes back for quantities of lines. Each line's money goes to what paid it, spread over what is left of each
 * component by largest remainder (R3, R4), so that the last piece takes what remains; goods come back at the cost they
 * left at (R11); of the points goes what the kept part alone would not have earned (R6).
 * Errors: return.line_unknown, return.line_twice, return.more_than_left, sale.whole_units_only.
 */
export function planReturn(sale: KeptSale, asked: readonly AskedReturn[]): PlannedReturn {
  const byNo = new Map(sale.lines.map((line) => [line.lineNo, line]));
  const seen = new Set<number>();
  const parts = asked.map(({ lineNo, qtyMilli }) => {
    const line = byNo.get(lineNo);
    if (!line) throw ReturnError.lineUnknown({ lineNo });
    if (seen.has(lineNo)) throw ReturnError.lineTwice({ lineNo });
    seen.add(lineNo);
    return partOf(line, qtyMilli);
  });
  const components = parts.flatMap((part) => part.components);
  const paid = paidBack(sale, components);
  const sumOf = (figure: Figure) =>
    sum(paid.flatMap((each) => (each.figure === figure ? each.cents : [])));
  return {
    lines: parts.map(({ lineNo, qtyMilli, costCents, cents }) => ({
      lineNo,
      qtyMilli,
      costCents,
      cents,
    })),
    components,
    paid,
    money: paid
      .filter(({ figure }) => figure === 'received')
      .map(({ tender, cents: amountCents }) => ({ tender, amountCents })),
    counted: paid.flatMap(({ tender, cents: amountCents, units }) =>
      units === null ? [] : [{ tender, amountCents, units }],
    ),
    cents: sum(parts.map(({ cents }) => cents)),
    principalCents: sumOf('principal'),
    bonusCents: sumOf('bonus'),
    receivedCents: sumOf('received'),
    otherCents: sumOf('other'),
    costCents: sum(parts.map(({ costCents }) => costCents)),
    points: pointsTakenBack(sale, components),
  };
}

/** What goes back by tender; its own unit as what is left of it × value / value left, half up, so that it ends at zero (G11). */
function paidBack(
  sale: Pick<KeptSale, 'lines' | 'tenders'>,
  back: readonly { kind: string; cents: number }[],
): ReturnedComponent[] {
  const left = sale.lines.flatMap((line) => line.components);
  return inOrder([...new Set(back.map(({ kind }) => kind))]).map((component) => {
    const { tender, figure } = tenderOfComponent(component);
    const cents = sum(back.flatMap((each) => (each.kind === component ? each.cents : [])));
    const leftCents = sum(
      left.flatMap((each) => (each.kind === component ? each.cents - each.returnedCents : [])),
    );
    const counted = sale.tenders.find((each) => each.tender === tender);
    const leftUnits = counted ? counted.units - counted.returnedUnits : null;
    const units = leftUnits === null ? null : mulDivRoundHalfUp(leftUnits, cents, leftCents);
    return { component, figure, tender, cents, units };
  });
}

/** Components in the order of R3; tenders of one kind as the sale named them. */
const inOrder = (components: readonly string[]): string[] =>
  components
    .map((component) => ({ component, place: tenderOfComponent(component).place }))
    .sort((a, b) => a.place - b.place)
    .map(({ component }) => component);

function partOf(line: ReturnableLine, qtyMilli: number) {
  const { lineNo, productId, weighed } = line;
  const leftMilli = line.qtyMilli - line.returnedMilli;
  if (qtyMilli > leftMilli) throw ReturnError.moreThanLeft({ lineNo, leftMilli });
  if (!weighed && qtyMilli % UNIT_MILLI !== 0) throw SaleError.wholeUnitsOnly({ productId });
  const order = inOrder(line.components.map(({ kind }) => kind));
  const components = order.flatMap((kind) => line.components.filter((each) => each.kind === kind));
  const left = components.map(({ cents, returnedCents }) => cents - returnedCents);
  const cents = returnLineNetCents({
    leftNetCents: sum(left),
    leftQtyMilli: leftMilli,
    returnQtyMilli: qtyMilli,
  });
  const shares = refundParts(cents, left);
  const leftCost = line.costCents - line.returnedCostCents;
  return {
    lineNo,
    qtyMilli,
    cents,
    costCents: mulDivRoundHalfUp(leftCost, qtyMilli, leftMilli),
    components: components
      .map(({ kind }, index) => ({ lineNo, kind, cents: shares[index] ?? 0 }))
      .filter((component) => component.cents > 0),
  };
}

/** Points of this sale that still stand, less what the kept part alone would earn (R6; golden G06, G07). */
function pointsTakenBack(
  sale: KeptSale,
  back: readonly { lineNo: number; kind: string; cents: number }[],
): number {
  const standing = sale.pointsEarned - sale.returnedPoints;
  const eligible = (line: ReturnableLine) => ({
    eligibleCents: line.eligibleCents,
    pointsFactorBps: line.pointsFactorBps,
  });
  const figureOf = (kind: string) => tenderOfComponent(kind).figure;
  const kept = sale.lines.map((line) => {
    const otherCents = sum(
      line.components.flatMap(({ kind, cents }) => (figureOf(kind) === 'other' ? cents : [])),
    );
    // The bonus earned too where it was not taken off the line.
    const bonusEarned = line.eligibleCents === line.netCents - otherCents;
    const earns = (kind: string) =>
      figureOf(kind) !== 'other' && (figureOf(kind) !== 'bonus' || bonusEarned);
    const stays = line.components.filter(({ kind }) => earns(kind));
    const now = back.filter(({ lineNo, kind }) => lineNo === line.lineNo && earns(kind));
    return {
      eligibleCents:
        sum(stays.map(({ cents, returnedCents }) => cents - returnedCents)) -
        sum(now.map(({ cents }) => cents)),
      pointsFactorBps: line.pointsFactorBps,
    };
  });
  const before = weightOf(sale.lines.map(eligible));
  const keptPoints =
    sale.pointsPerYuanBps !== null
      ? pointsOfEligible(kept, sale.pointsPerYuanBps)
      : before === 0n
        ? 0
        : Number((BigInt(sale.pointsEarned) * weightOf(kept)) / before);
  return Math.max(0, standing - keptPoints);
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
