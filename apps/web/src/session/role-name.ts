import type { RoleRef } from '../api/types.js';
import { t, te } from '../i18n/i18n.js';

/** A role that comes with the product has its name in both languages; one made here keeps its own. */
export function roleName({ code, name }: RoleRef): string {
  const key = `signIn.roles.${code}`;
  return te(key) ? t(key) : name;
}
