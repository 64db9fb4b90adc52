import type { Finder } from '../../office/finder.js';
import { formatMoney } from '#web/web-kit';
import { loadSales } from './sales.queries.js';

const SHOWN = 6;
const RECEIPT = /^[A-Za-z]{1,6}-?\d{4,}/;

export const finder: Finder = {
  id: 'sales',
  order: 30,
  label: 'sales.title',
  permission: 'sale.read',
  when: (text) => RECEIPT.test(text),
  async find(text) {
    const { rows } = await loadSales({ q: text, page: 1, pageSize: SHOWN });
    return rows.map(({ id, receiptNo, storeName, dueCents }) => ({
      id: String(id),
      title: receiptNo,
      hint: `${storeName} · ${formatMoney(dueCents)}`,
      to: { name: 'sale', params: { id } },
    }));
  },
};
