export { CardDeskService } from './card-desk.service.js';
export { MemberDeskModule, MemberDeskWorkerModule } from './member-desk.module.js';
export { MEMBER_SORTS, memberRows } from './member-list.query.js';
export { MemberListService } from './member-list.service.js';
export { MemberLookupService } from './member-lookup.service.js';
