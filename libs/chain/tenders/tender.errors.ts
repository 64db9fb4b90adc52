import { atField, defineErrors, mapConstraint } from '#kernel';

export const TenderError = defineErrors('tender', {
  notFound: { status: 404 },
  codeTaken: { status: 422, params: ['code'] },
  nameTaken: { status: 422 },
  /** What it is can't be changed any more: money was taken by it. */
  used: { status: 409 },
  /** Cash is taken everywhere and always. */
  cashStays: { status: 409 },
  retired: { status: 422, params: ['tender'] },
  notHere: { status: 422, params: ['tender'] },
  notForThis: { status: 422, params: ['tender'] },
  notRefundable: { status: 422, params: ['tender'] },
  referenceMissing: { status: 422, params: ['tender'] },
});

mapConstraint('tender_name_zh_key', () => atField('nameZh', TenderError.nameTaken()));
mapConstraint('tender_name_en_key', () => atField('nameEn', TenderError.nameTaken()));
