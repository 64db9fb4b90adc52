import { snakeCase } from '../errors/define-errors.js';

export interface PermissionSpec {
  /** An amount above which a second person is asked (used by acts that say so). */
  limit?: string;
  needsReason?: boolean;
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

export function permissionCodes(): string[] {
  return [...catalogue.keys()].sort();
}
