import { PointsAdjustmentPermission, WalletAdjustmentPermission } from '#value/adjustments';
import { CardPermission } from '#membership/cards';
import { MemberPermission } from '#membership/members';
import type { ColumnMapping } from '#chain/imports';
import type { ImportField } from './import-fields.rules.js';

/** A column that gives something asks for the right that giving it by hand needs. */
const RIGHTS: Partial<Record<ImportField, string>> = {
  level: MemberPermission.setLevel,
  cardNo: CardPermission.issue,
  cardExpiresOn: CardPermission.extend,
  balance: WalletAdjustmentPermission.adjust,
  principal: WalletAdjustmentPermission.adjust,
  bonus: WalletAdjustmentPermission.adjust,
  points: PointsAdjustmentPermission.adjust,
};

export function rightsFor(columns: ColumnMapping): string[] {
  const needed = Object.keys(columns).map((field) => RIGHTS[field as ImportField]);
  return [...new Set(needed.filter((right) => right !== undefined))];
}
