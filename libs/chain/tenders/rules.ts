// Tenders: how is paid. What they are is data of head office; what may be done with them stands here.
export {
  BUILT_IN_TENDERS,
  CASH,
  RESERVED_TENDERS,
  TENDER_CODE,
  TENDER_KEY,
  TENDER_NATURE,
  TENDER_PLACES,
  TENDER_STATES,
  type TenderPlace,
  tenderProblem,
  type TenderProblem,
  type TenderState,
  type TenderTerms,
  type TenderUse,
} from './tender.rules.js';
