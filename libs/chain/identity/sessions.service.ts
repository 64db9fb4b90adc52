import { Injectable } from '@nestjs/common';
import {
  Audit,
  Clock,
  Db,
  Env,
  SessionError,
  businessDateOf,
  seatOf,
  type Actor,
  type ActorRequest,
  type Tx,
} from '#kernel';
import { KnownDevices } from './known-devices.service.js';
import { hashPassword } from './passwords.js';
import { ScreenFacts } from './screen-facts.js';
import { SessionCache } from './session.cache.js';
import { hashToken, newToken } from './session.cookie.js';
import type {
  ChangePasswordInput,
  ChooseTillInput,
  SessionView,
  SignInInput,
} from './session.dto.js';
import { CookieSessionResolver, type ResolvedSession } from './session.resolver.js';
import { expiresAt, isStrongEnough } from './session.rules.js';
import { SessionsRepository, type SessionFacts } from './sessions.repository.js';
import { StaffPasswords } from './staff-passwords.service.js';
import { StaffRepository } from './staff.repository.js';

export interface SignedIn {
  /** For the cookie only. */
  token: string;
  /** For a cookie of its own, which outlives the session. */
  deviceToken: string;
  maxAgeSeconds: number;
  view: SessionView;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly screens: ScreenFacts,
    private readonly resolver: CookieSessionResolver,
    private readonly cache: SessionCache,
    private readonly passwords: StaffPasswords,
    private readonly devices: KnownDevices,
    private readonly sessions: SessionsRepository,
    private readonly staff: StaffRepository,
  ) {}

  /**
   * A new session; the one this browser had before ends, and the same person goes on at the same till.
   * Errors: session.wrong_credentials, session.too_many_attempts.
   */
  async signIn(input: SignInInput, request: ActorRequest): Promise<SignedIn> {
    const login = input.login.toLowerCase();
    const device = await this.devices.knownTo(login, request);
    const person = await this.passwords.find(
      login,
      { address: request.ip, device },
      input.password,
    );
    if (!person) throw SessionError.wrongCredentials();
    const earlier = await this.resolver.find(request);
    const token = newToken();
    const tokenHash = hashToken(token);
    const deviceToken = this.devices.tokenOf(request) ?? newToken();
    const at = this.clock.now();
    await this.db.write(async (tx) => {
      await this.devices.remember(tx, deviceToken, person.staffId, at);
      await this.sessions.insert(tx, {
        tokenHash,
        staffId: person.staffId,
        tillId: earlier ? await this.endFor(tx, earlier.facts, person.staffId, at) : null,
        at,
        address: request.ip,
        userAgent: clean(request.headers['user-agent']),
      });
    });
    if (earlier) this.cache.forget(earlier.tokenHash);
    const { absoluteHours } = await this.resolver.limits();
    return {
      token,
      deviceToken,
      maxAgeSeconds: absoluteHours * 3600,
      view: await this.viewOf(await this.resolver.findByHash(tokenHash)),
    };
  }

  /** Ends a session for the next one of its browser, and answers at which till that goes on: the same person's own. */
  private async endFor(
    tx: Tx,
    { sessionId, staffId, till }: SessionFacts,
    nextStaffId: number,
    at: Date,
  ): Promise<number | null> {
    const kept = staffId === nextStaffId ? (till?.tillId ?? null) : null;
    if (kept !== null) await this.sessions.lockTill(tx, kept);
    const stoodAt = await this.sessions.revoke(tx, sessionId, at);
    // Somebody may have taken it over a moment ago.
    return stoodAt === kept ? kept : null;
  }

  /** Ends the request's session, if there is one. */
  async signOut(request: ActorRequest): Promise<void> {
    const session = await this.resolver.find(request);
    if (!session) return;
    await this.db.write((tx) =>
      this.sessions.revoke(tx, session.facts.sessionId, this.clock.now()),
    );
    this.cache.forget(session.tokenHash);
  }

  /**
   * One till, one person: where somebody else sits, only who says so takes it over; their session leaves it, and with it
   * every act of their screen. The same person is not asked. Errors: session.till_not_allowed, session.till_taken.
   */
  async chooseTill(
    actor: Actor,
    request: ActorRequest,
    { tillId, takeOver }: ChooseTillInput,
  ): Promise<SessionView> {
    const at = this.clock.now();
    const runOut = at.getTime() - (await this.resolver.limits()).absoluteHours * 3_600_000;
    await this.change(request, async (session) => {
      const left = await this.db.write(async (tx) => {
        const till = await this.sessions.lockTill(tx, tillId);
        if (!till || !actor.storeIds.includes(till.storeId)) throw SessionError.tillNotAllowed();
        const others = await this.sessions.othersAt(tx, tillId, actor.staffId, new Date(runOut));
        if (others[0] && !takeOver) throw SessionError.tillTaken(others[0]);
        for (const { staffId } of others)
          await this.audit.record(tx, actor, {
            action: 'staff.take_till',
            subjectKind: 'staff',
            subjectId: staffId,
            storeId: till.storeId,
          });
        const cleared = await this.sessions.clearTill(tx, tillId, actor.staffId, at);
        await this.sessions.setTill(tx, session.facts.sessionId, tillId, at);
        return cleared;
      });
      for (const tokenHash of left) this.cache.forget(tokenHash);
    });
    return this.view(request);
  }

  async lock(request: ActorRequest): Promise<void> {
    await this.change(request, (session) =>
      this.db.write((tx) => this.sessions.lock(tx, session.facts.sessionId, this.clock.now())),
    );
  }

  /** Errors: session.wrong_password, session.too_many_attempts. */
  async unlock(request: ActorRequest, password: string): Promise<SessionView> {
    await this.change(request, async (session) => {
      await this.assertPassword(session, request.ip, password);
      await this.db.write((tx) =>
        this.sessions.unlock(tx, session.facts.sessionId, this.clock.now()),
      );
    });
    return this.view(request);
  }

  /** The person's other sessions end. Errors: session.wrong_password, session.password_too_weak, session.too_many_attempts. */
  async changePassword(
    actor: Actor,
    request: ActorRequest,
    input: ChangePasswordInput,
  ): Promise<void> {
    await this.change(request, async (session) => {
      await this.assertPassword(session, request.ip, input.currentPassword);
      if (!isStrongEnough(input.newPassword, session.facts.login))
        throw SessionError.passwordTooWeak();
      const passwordHash = await hashPassword(input.newPassword);
      await this.db.write(async (tx) => {
        await this.staff.setPassword(tx, actor.staffId, passwordHash);
        await this.devices.forget(tx, actor.staffId);
        await this.sessions.revokeOthers(tx, actor.staffId, actor.sessionId, this.clock.now());
        await this.audit.record(tx, actor, {
          action: 'staff.change_password',
          subjectKind: 'staff',
          subjectId: actor.staffId,
        });
      });
      this.cache.forgetAll();
    });
  }

  /** Errors: session.none. */
  async view(request: ActorRequest): Promise<SessionView> {
    return this.viewOf(await this.resolver.find(request));
  }

  private async viewOf(session: ResolvedSession | undefined): Promise<SessionView> {
    if (!session) throw SessionError.none();
    const actor = this.resolver.actorOf(session.facts);
    const facts = await this.screens.of(actor);
    return {
      seat: seatOf(actor),
      staff: {
        id: actor.staffId,
        login: session.facts.login,
        name: actor.name,
        homeStoreId: actor.homeStoreId,
      },
      roles: await this.staff.rolesOf(this.db, actor.staffId),
      permissions: [...actor.permissions].sort(),
      allStores: actor.allStores,
      ...facts,
      till: actor.till && {
        id: actor.till.tillId,
        name: actor.till.tillName,
        storeId: actor.till.storeId,
        storeCode: actor.till.storeCode,
        storeName: actor.till.storeName,
      },
      tillTaken: actor.till
        ? null
        : ((await this.sessions.tillTaken(this.db, actor.sessionId)) ?? null),
      businessDate: actor.till && businessDateOf(this.clock.now(), actor.till),
      expiresAt: expiresAt(session.facts, await this.resolver.limits()),
      locked: session.state === 'locked',
      demo: this.env.demo,
      currency: 'CNY',
    };
  }

  /** A change to the request's own session; the next request reads it anew. */
  private async change(
    request: ActorRequest,
    work: (session: ResolvedSession) => Promise<unknown>,
  ): Promise<void> {
    const session = await this.resolver.find(request);
    if (!session) throw SessionError.none();
    try {
      await work(session);
    } finally {
      this.cache.forget(session.tokenHash);
    }
  }

  private async assertPassword(
    { facts }: ResolvedSession,
    address: string,
    password: string,
  ): Promise<void> {
    const source = { address, device: `session ${facts.sessionId}` };
    if (!(await this.passwords.find(facts.login, source, password)))
      throw SessionError.wrongPassword();
  }
}

/** A header may hold anything: only what a text column can take, and not without end. */
function clean(header: string | undefined): string | null {
  return header?.replace(/[^\x20-\x7e]/g, '').slice(0, 200) || null;
}
