export { CurrentActor, assertCan, assertInScope, can, storesOf, tillOf } from './access/actor.js';
export type { Actor, ActorRequest, DeskTill } from './access/actor.js';
export {
  ACCESS_EXTENSION,
  AccessGuard,
  Authenticated,
  OriginGuard,
  Public,
  Requires,
  RequiresAny,
  SessionResolver,
} from './access/guards.js';
export { seatOf } from './access/seat.js';
export { FINDS_PEOPLE, FindsPeople } from './access/people-search.js';
export { definePermissions, permissionCodes, permissionCodesFor } from './access/permissions.js';
export { Audit } from './audit/audit.js';
export type { AuditedChange } from './audit/audit.js';
export { Clock, FixedClock } from './clock/clock.js';
export {
  BEGIN_COMMAND,
  CommandOutcome,
  Commands,
  finishCommand,
  IdempotencyKey,
  fingerprintOf,
  judging,
} from './commands/commands.js';
export type { CommandCall } from './commands/commands.js';
export { Env, EnvError } from './config/env.js';
export { PRODUCT_VERSION, ROOT_FOLDER } from './config/version.js';
export { bulkInsert, restartIdentity } from './database/bulk-insert.js';
export { createDataSource } from './database/data-source.js';
export { Db, Overtaken } from './database/db.js';
export { schemaDrift } from './database/drift.js';
export { MigrationError, migrate, pendingMigrations } from './database/migrate.js';
export { rowsText } from './database/row-text.js';
export { takeTurns } from './database/turns.js';
export type { Queryable, Sql, Tx } from './database/sql.js';
export { markJudged } from './errors/judged.js';
export {
  DomainError,
  defineErrors,
  errorCodes,
  mapConstraint,
  statusOfError,
} from './errors/define-errors.js';
export {
  AccessError,
  CommandError,
  RecordError,
  RequestError,
  ServerError,
  SessionError,
} from './errors/kernel.errors.js';
export { errorOfDriver, isUnavailable } from './errors/problem.filter.js';
export {
  atField,
  inBody,
  ofBody,
  UNKNOWN_REFERENCE,
  unknownId,
} from './errors/unknown-reference.js';
export {
  Cents,
  DateOnly,
  Flag,
  Id,
  IdList,
  ListOf,
  Nested,
  OneOf,
  SortBy,
  PersonName,
  PlainCode,
  Phone,
  Pin,
  Points,
  QtyMilli,
  Secret,
  Text,
  Whole,
} from './http/input.js';
export { describedPart, describedParts } from './http/described-parts.js';
export { describedInputKinds, type InputKinds, ListOfKinds } from './http/input-kinds.js';
export { privateFile } from './files/private-files.js';
export { PageQuery, PageView, pageOf, PlainPageQuery } from './http/page.js';
export type { Page } from './http/page.js';
export {
  StreamedBody,
  TakesBodyOf,
  acceptStreamedBodies,
  takesBody,
} from './http/streamed-body.js';
export { KernelModule } from './kernel.module.js';
export { declarable, declareAll } from './manifest.js';
export type { Declaration, Manifest } from './manifest.js';
export { addToOutbox, Outbox } from './outbox/outbox.js';
export type { OutboxMessage } from './outbox/outbox.js';
export { OutboxRelay, jobIdOf } from './outbox/relay.js';
export { JobHandlers, OutboxHandler, Scheduled } from './queue/job-handlers.js';
export type { JobContext, JobHandler } from './queue/job-handlers.js';
export { QUEUES, QueueConnection } from './queue/queue-connection.js';
export type { QueueAddress, QueueName } from './queue/queue-connection.js';
export { QueueModule } from './queue/queue.module.js';
export { simplified } from './values/hanzi.js';
export {
  eraseMemberParts,
  lockMemberParts,
  memberInHand,
  memberPart,
  memberParts,
  mergeMemberParts,
} from './records/member-parts.js';
export type { MemberInHand, MemberSide, MergeOfMembers } from './records/member-parts.js';
export { assertNameFree } from './records/taken-names.js';
export { addRecord, changeRecord, lockRecord } from './records/plain-records.js';
export { Version, assertVersion, staffNames } from './records/record-version.js';
export * from './rules.js';
