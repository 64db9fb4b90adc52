const SEQUENCE_DIGITS = 4;

/** RM-20261122-0046: store code, full business date, number of the day (golden G28). */
export function receiptNoOf(storeCode: string, businessDate: string, sequence: number): string {
  return `${storeCode}-${businessDate.replaceAll('-', '')}-${String(sequence).padStart(SEQUENCE_DIGITS, '0')}`;
}
