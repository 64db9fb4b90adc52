/** Roles are rows; these are the ones an installation begins with. `card.*` is every right of a group, `*` every right. */
export interface RoleSpec {
  code: string;
  name: string;
  permissions: readonly string[];
  allStores: boolean;
}

export const STANDARD_ROLES: readonly RoleSpec[] = [
  { code: 'head_office', name: '总部', permissions: ['*'], allStores: true },
  {
    code: 'manager',
    name: '店长',
    permissions: [
      'member.*',
      'card.*',
      'card_range.read',
      'wallet.*',
      'points.read',
      'points.adjust',
      'level.read',
      'catalogue.read',
      'stock.*',
      'sale.*',
      'message.*',
      'segment.*',
      'campaign.*',
      'report.*',
      'overview.read',
      'store.read',
      'staff.read',
      'approval.*',
      'top_up_rule.read',
    ],
    allStores: false,
  },
  {
    code: 'cashier',
    name: '收银员',
    permissions: [
      'member.read',
      'member.register',
      'member.edit',
      'member.register_identity',
      'card.read',
      'card.issue',
      'card.bind',
      'card.report_lost',
      'card.unfreeze',
      'card.replace',
      'card.show_code',
      'card.stock_read',
      'member.change_pin',
      'wallet.read',
      'wallet.top_up',
      'wallet.withdraw',
      'wallet.transfer',
      'wallet.refund',
      'card.close',
      'points.read',
      'level.read',
      'catalogue.read',
      'stock.read',
      'sale.create',
      'sale.quick',
      'sale.read',
      'sale.reprint',
      'store.read',
      'approval.ask',
    ],
    allStores: false,
  },
];

/** The rights that `patterns` stand for among those that exist. */
export function expandPermissions(patterns: readonly string[], codes: readonly string[]): string[] {
  const wanted = new Set(patterns);
  return codes.filter(
    (code) => wanted.has('*') || wanted.has(code) || wanted.has(`${code.split('.')[0]}.*`),
  );
}
