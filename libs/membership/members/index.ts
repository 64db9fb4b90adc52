export { birthdaysOn, isBirthdayOn, type BirthdayOfYear } from './birthday.rules.js';
export { LevelChanges, type LevelChange } from './level-changes.service.js';
export { BirthdayInput, MemberCandidate, MemberRef, RegisterMemberInput } from './member.dto.js';
export {
  IdentityProofInput,
  needsSecond,
  proofAsked,
  proofFacts,
  type ProvenIdentity,
} from './identity-proof.dto.js';
export { MemberError } from './member.errors.js';
export { linkReferrers, phonesInUse, takeMembers, type TakenMember } from './member-intake.js';
export { MemberPermission, MemberSetupPermission } from './member.permissions.js';
export {
  memberKeys,
  questionOf,
  PART_KINDS,
  type MemberQuestion,
  searchRange,
  WHOLE_KINDS,
} from './member-search.rules.js';
export { MemberFieldsRepository } from './member-fields.repository.js';
export {
  ConsentInput,
  ConsentView,
  DuplicateView,
  OwnFields,
  ReferrerView,
  TagView,
} from './member-record.dto.js';
export { MemberRecordRepository } from './member-record.repository.js';
export { MemberFieldView } from './member-setup.dto.js';
export { membersManifest } from './members.manifest.js';
export { MembersModule } from './members.module.js';
export { isOfMembers, matchesMember, matchesDocument } from './paper-search.query.js';
export { MembersRepository, type MemberRecord } from './members.repository.js';
export { Duplicates } from './duplicates.service.js';
export { MembersService } from './members.service.js';
export { recordAt } from './member.notices.js';
export { MemberTagsRepository, type TagChange } from './member-tags.repository.js';
export { lastVisitOf, memberVisits } from './member-visits.js';
export { assertIsJudged, hashPin, type JudgedPin, PIN_STAMP, PinsService } from './pins.service.js';
export { type AgreedProof, ProofsService } from './proofs.service.js';
export { countMiss, MISSES } from './miss-counts.js';
export { type Misses, secondsToWait } from './miss.rules.js';
export * from './rules.js';
