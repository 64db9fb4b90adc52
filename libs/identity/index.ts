export { InstallationError, createFirstAdministrator, insertRole } from './first-administrator.js';
export type { FirstAdministrator } from './first-administrator.js';
export { IdentityModule } from './identity.module.js';
export { hashPassword } from './passwords.js';
export { STANDARD_ROLES, expandPermissions } from './role.rules.js';
export type { RoleSpec } from './role.rules.js';
export { SessionCache } from './session.cache.js';
export { StaffPermission } from './staff.permissions.js';
