import { snakeCase } from '../errors/define-errors.js';

export interface PermissionSpec {
  /** An amount above which a second person is asked (used by acts that say so). */
  limit?: string;
  needsReason?: boolean;
  /** What it changes belongs to no store: it counts only for people who act for all of them. */
  chain?: boolean;
}

type PermissionCodes<T> = { readonly [K in keyof T]: string };

const catalogue = new Map<string, PermissionSpec>();

/** Declares a capability's rights once: `definePermissions('card', { reportLost: {} })` → `card.report_lost`. */
export function definePermissions<const T extends Record<string, PermissionSpec>>(
  group: string,
  specs: T,
): PermissionCodes<T> {
  const codes: Record<string, string> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const code = `${group}.${snakeCase(name)}`;
    catalogue.set(code, spec);
    codes[name] = code;
  }
  return codes as PermissionCodes<T>;
}

/**
 * The rights that count for a person. Whoever acts for some stores only has none of those that change what belongs to
 * the whole chain, whatever their roles say.
 */
export function permissionCodesFor(person: { allStores: boolean }): string[] {
  return permissionCodes().filter((code) => person.allStores || !catalogue.get(code)?.chain);
}

export function permissionCodes(): string[] {
  return [...catalogue.keys()].sort();
}
