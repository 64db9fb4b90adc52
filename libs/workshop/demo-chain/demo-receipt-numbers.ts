import { receiptNoOf } from '#chain/receipts';

/** The numbers of receipts, counted for each store and business day. */
export class ReceiptNumbers {
  private readonly sequences = new Map<string, number>();

  next(storeId: number, code: string, businessDate: string): string {
    const key = `${storeId} ${businessDate}`;
    const next = (this.sequences.get(key) ?? 0) + 1;
    this.sequences.set(key, next);
    return receiptNoOf(code, businessDate, next);
  }

  /** Where the counters stand, as rows of their table. */
  counters(): Record<string, unknown>[] {
    return [...this.sequences].map(([key, last]) => {
      const [storeId, businessDate] = key.split(' ');
      return { store_id: Number(storeId), business_date: businessDate, last_number: last };
    });
  }
}
