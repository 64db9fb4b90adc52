/** Codes that appear in reports; their words are in report.locale.ts. */
export const CARD_STATUS_CODES = ['in_stock', 'active', 'lost', 'replaced', 'closed'] as const;
export type CardStatusCode = (typeof CARD_STATUS_CODES)[number];
export const CARD_ORIGIN_CODES = ['issued', 'stock', 'imported'] as const;
export type CardOriginCode = (typeof CARD_ORIGIN_CODES)[number];
export const PAYOUT_KIND_CODES = ['withdrawal', 'transfer', 'refund', 'closing'] as const;
export type PayoutKindCode = (typeof PAYOUT_KIND_CODES)[number];
export const ADJUSTMENT_KIND_CODES = ['principal', 'bonus', 'points'] as const;
export type AdjustmentKindCode = (typeof ADJUSTMENT_KIND_CODES)[number];
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_STATUSES = [
  'queued',
  'running',
  'done',
  'failed',
  'cancelled',
  'expired',
] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];
