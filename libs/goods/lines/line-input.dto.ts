import { Id, ListOf, Whole } from '#kernel';
import { ArrayUnique, ValidateBy } from 'class-validator';

const WHOLE_BPS = 10_000;

/** Somebody who served, and the share in it. */
export class LineStaffInput {
  @Id() staffId!: number;
  @Whole({ min: 1, max: WHOLE_BPS, description: 'basis points' }) shareBps!: number;
}

const isWhole = (staff: unknown): boolean =>
  Array.isArray(staff) &&
  staff.reduce((sum: number, each: LineStaffInput | null) => sum + (each?.shareBps ?? 0), 0) ===
    WHOLE_BPS;

/** What every line of a cart may say. */
export class LineInput {
  kind?: string | null;
  /** Who served; their shares add up to 10000. Left out: whoever sells, alone. */
  @ListOf(() => LineStaffInput, { optional: true, min: 1, max: 10 })
  @ArrayUnique((each: LineStaffInput | null) => each?.staffId)
  @ValidateBy({ name: 'sharesAddUp', validator: { validate: isWhole } })
  staff?: LineStaffInput[];
}
