// Who is signed in, where, and what the screens must know of the settings. Generated from the API's description.
export type {
  PublicInfo,
  RoleName as RoleRef,
  RoleView,
  SessionTill,
  SessionView,
  StaffView,
  StoreView,
  TillView,
} from '#api-client';
