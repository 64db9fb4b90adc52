export { MemberDeskModule } from './member-desk.module.js';
export { MemberDeskService } from './member-desk.service.js';
export { MemberLookupService } from './member-lookup.service.js';
