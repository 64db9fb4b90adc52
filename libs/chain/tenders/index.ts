import './tender-list.report.js';
// Tenders: how money is taken and given, as head office says; every other way of paying is declared by its capability.
export { ScreenTender, TenderCode, TenderReference } from './tender.dto.js';
export { TenderError } from './tender.errors.js';
export { TenderPermission } from './tender.permissions.js';
export { tenderFilter } from './tender-words.js';
export {
  codesInUnit,
  componentOf,
  declaredTenders,
  defineTender,
  kindOfTender,
  paysMoney,
  storedValueCodes,
  tenderKinds,
  tenderOfComponent,
  tendersByKind,
  type TendersOfKind,
} from './tender-kind.js';
export type {
  Component,
  Figure,
  LeftAfter,
  OfferedTender,
  PaidSale,
  ReturnedComponent,
  ReturnedSale,
  TenderBuyer,
  TenderKind,
  TenderPlan,
  ToldTender,
} from './tender-kind.types.js';
export { tendersManifest } from './tenders.manifest.js';
export { TendersModule } from './tenders.module.js';
export { TendersService } from './tenders.service.js';
export * from './rules.js';
