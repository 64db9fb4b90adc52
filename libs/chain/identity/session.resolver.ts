import { Injectable } from '@nestjs/common';
import {
  Clock,
  Db,
  Env,
  SessionError,
  SessionResolver,
  permissionCodesFor,
  type Actor,
  type ActorRequest,
} from '#kernel';
import { Settings } from '#chain/settings';
import { expandPermissions } from './role.rules.js';
import { SessionCache } from './session.cache.js';
import { tokenHashOf } from './session.cookie.js';
import { isWorthNoting, stateOf, type SessionLimits, type SessionState } from './session.rules.js';
import { SessionsRepository, type SessionFacts } from './sessions.repository.js';

export interface ResolvedSession {
  tokenHash: Buffer;
  facts: SessionFacts;
  state: SessionState;
}

/** Turns the request's cookie into who is asking: at most one query. */
@Injectable()
export class CookieSessionResolver extends SessionResolver {
  private readonly permissionsOf = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly cache: SessionCache,
    private readonly repository: SessionsRepository,
  ) {
    super();
  }

  async resolve(
    request: ActorRequest,
    options: { evenLocked: boolean; anew?: boolean },
  ): Promise<void> {
    const tokenHash = tokenHashOf(request, this.env);
    if (options.anew && tokenHash) this.cache.forget(tokenHash);
    const session = await this.find(request);
    if (!session) throw SessionError.none();
    if (session.state === 'expired') throw SessionError.expired();
    if (session.state === 'locked' && !options.evenLocked) throw SessionError.locked();
    // What a locked screen asks too, every screen asks by itself: no sign of a person.
    if (session.state === 'open' && !options.evenLocked) await this.note(session.facts);
    request.actor = this.actorOf(session.facts);
  }

  /** The session of the request, whatever its state; undefined where there is none or it was revoked. */
  async find(request: ActorRequest): Promise<ResolvedSession | undefined> {
    const tokenHash = tokenHashOf(request, this.env);
    return tokenHash && this.findByHash(tokenHash);
  }

  async findByHash(tokenHash: Buffer): Promise<ResolvedSession | undefined> {
    const facts = await this.cache.get(tokenHash, () => this.repository.facts(this.db, tokenHash));
    if (!facts) return undefined;
    const state = stateOf(
      { ...facts, atTill: facts.till !== null },
      await this.limits(),
      this.clock.now(),
    );
    return { tokenHash, facts, state };
  }

  async limits(): Promise<SessionLimits> {
    return {
      idleMinutes: await this.settings.get('session.idle_minutes'),
      absoluteHours: await this.settings.get('session.absolute_hours'),
    };
  }

  private async note(facts: SessionFacts): Promise<void> {
    const now = this.clock.now();
    if (!isWorthNoting({ ...facts, atTill: facts.till !== null }, await this.limits(), now)) return;
    facts.lastSeenAt = now;
    await this.repository.seen(this.db, facts.sessionId, now);
  }

  actorOf(facts: SessionFacts): Actor {
    return {
      staffId: facts.staffId,
      name: facts.name,
      sessionId: facts.sessionId,
      permissions: this.expand(facts),
      storeIds: facts.storeIds,
      allStores: facts.allStores,
      homeStoreId: facts.homeStoreId,
      // A store that was taken away takes its tills along.
      till: facts.till && facts.storeIds.includes(facts.till.storeId) ? facts.till : null,
    };
  }

  private expand({ permissions: patterns, allStores }: SessionFacts): ReadonlySet<string> {
    const key = `${allStores} ${patterns.join(' ')}`;
    let permissions = this.permissionsOf.get(key);
    if (!permissions) {
      if (this.permissionsOf.size > 1_000) this.permissionsOf.clear();
      permissions = new Set(expandPermissions(patterns, permissionCodesFor({ allStores })));
      this.permissionsOf.set(key, permissions);
    }
    return permissions;
  }
}
