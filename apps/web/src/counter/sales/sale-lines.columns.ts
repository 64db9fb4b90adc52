import type { Column } from '#web/web-kit';
import type { SaleDetail, SaleLine } from '../../api/types.js';
import { t } from '../../i18n/i18n.js';
import { lineName } from './line-name.js';

/** Names, with the shares where there are several. */
const servedBy = ({ staff }: SaleLine): string =>
  staff
    .map(({ name, shareBps }) => (staff.length > 1 ? `${name} ${shareBps / 100}%` : name))
    .join(' · ');

/** Which price it was: of the list or the store, and its number. */
const priceOf = ({ priceSource, priceVersion }: SaleLine): string =>
  priceSource ? `${t(`sales.priceSources.${priceSource}`)} #${priceVersion ?? ''}` : '';

export const lineColumns: Column<SaleLine>[] = [
  { id: 'productName', label: 'sales.product', value: lineName },
  { id: 'sku', label: 'sales.sku' },
  { id: 'unitPriceCents', label: 'sales.unitPrice', type: 'money' },
  { id: 'qtyMilli', label: 'sales.quantity', type: 'quantity' },
  { id: 'payRateBps', label: 'sales.payRate', align: 'right' },
  { id: 'listCents', label: 'sales.list', type: 'money' },
  { id: 'netCents', figure: true, label: 'sales.net', type: 'money' },
  { id: 'staff', label: 'sales.served', value: servedBy },
  { id: 'priceSource', label: 'sales.priceOf', value: priceOf },
];

export const lineTotals = (sale: SaleDetail) => ({
  listCents: sale.listCents,
  netCents: sale.dueCents,
});
