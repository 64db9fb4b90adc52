// Who is signed in, where, and what the screens must know of the settings. Generated from the API's description.
export type {
  PublicInfo,
  RoleName as RoleRef,
  ScreenTender,
  SessionTill,
  SessionView,
  StaffView,
  StoreView,
  TillView,
} from '#web/api-client';
