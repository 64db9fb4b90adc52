import type { Tx } from '#kernel';

/** Takes what a capability keeps about these members out of its own tables: phones, names, texts. */
export type Forget = (tx: Tx, memberIds: readonly number[]) => Promise<void>;

const registered = new Map<string, Forget>();

/** A capability with personal data of its own says how it forgets them. The same name again replaces it. */
export function registerPersonalData(name: string, forget: Forget): void {
  registered.set(name, forget);
}

/** Called when a member is erased, in the same transaction. */
export async function forgetPersonalData(tx: Tx, memberIds: readonly number[]): Promise<void> {
  for (const forget of registered.values()) await forget(tx, memberIds);
}
