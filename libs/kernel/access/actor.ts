import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AccessError, SessionError } from '../errors/kernel.errors.js';
import { unknownId } from '../errors/unknown-reference.js';

/** The counter a session works at. */
export interface DeskTill {
  tillId: number;
  tillName: string;
  storeId: number;
  storeCode: string;
  storeName: string;
  timezone: string;
  cutoverHour: number;
}

/** Who acts, where they may act, and what they may do. Made from the session, never from the request. */
export interface Actor {
  staffId: number;
  name: string;
  sessionId: number;
  permissions: ReadonlySet<string>;
  /** The stores this person may see and touch: all of the chain's for head office. */
  storeIds: readonly number[];
  allStores: boolean;
  homeStoreId: number;
  till: DeskTill | null;
}

export type ActorRequest = FastifyRequest & { actor?: Actor };

export function can(actor: Actor, permission: string): boolean {
  return actor.permissions.has(permission);
}

/**
 * `field`: where the request names the store. Whoever sees all stores names one that is not there: wrong input.
 * Errors: access.store_forbidden.
 */
export function assertInScope(actor: Actor, storeId: number, field = 'storeId'): void {
  if (actor.storeIds.includes(storeId)) return;
  throw actor.allStores ? unknownId(field) : AccessError.storeForbidden({ storeId });
}

/** The stores a list is about: those asked for, or all of the person's. Errors: access.store_forbidden. */
export function storesOf(
  actor: Actor,
  wanted: number | readonly number[] | null | undefined,
): readonly number[] {
  const asked = typeof wanted === 'number' ? [wanted] : (wanted ?? []);
  for (const storeId of asked) assertInScope(actor, storeId);
  return asked.length ? asked : actor.storeIds;
}

/** Errors: access.forbidden. For rights that depend on what the request asks for. */
export function assertCan(actor: Actor, permission: string): void {
  if (!can(actor, permission)) throw AccessError.forbidden({ permission });
}

/** Errors: session.no_till. */
export function tillOf(actor: Actor): DeskTill {
  if (!actor.till) throw SessionError.noTill();
  return actor.till;
}

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<ActorRequest>().actor;
  if (!actor) throw SessionError.none();
  return actor;
});
