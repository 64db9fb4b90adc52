export interface Page<Row, Totals = Record<string, number>> {
  rows: Row[];
  total: number;
  page: number;
  pageSize: number;
  totals?: Totals;
}

export type Tender = 'wallet' | 'cash' | 'bank_card' | 'wechat' | 'alipay';
export type CardStatus = 'in_stock' | 'active' | 'lost' | 'replaced' | 'closed';
