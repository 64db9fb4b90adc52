export interface Page<Row, Totals = Record<string, number>> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
  totals?: Totals;
}

export type CardStatus = 'in_stock' | 'active' | 'lost' | 'replaced' | 'closed';
