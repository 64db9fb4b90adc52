import { definePermissions } from '#kernel';

export const MemberPermission = definePermissions('member', {
  read: {},
  register: {},
  edit: {},
  phone: {},
  /** Write down that the document of a real name was seen. */
  registerIdentity: {},
  /** See the whole number of that document. */
  identity: {},
  merge: {},
  erase: {},
  setLevel: { needsReason: true },
  changePin: {},
  resetPin: { needsReason: true },
  unlockPin: {},
  /** Say which of the staff a member is. */
  markStaff: { chain: true },
});

/** What head office decides for the whole chain: tags and custom fields. */
export const MemberSetupPermission = definePermissions('member_setup', { edit: { chain: true } });
