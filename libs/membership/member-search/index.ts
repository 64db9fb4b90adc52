import './member-list.report.js';

export { memberSearchManifest } from './member-search.manifest.js';
export { MEMBER_SORTS, memberRows } from './member-list.query.js';
export { MemberListService } from './member-list.service.js';
export { MemberLookupService } from './member-lookup.service.js';
export { numbersOfGoods } from './lookup.throttle.js';
