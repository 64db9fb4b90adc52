import { Injectable } from '@nestjs/common';
import { type Actor, Db, Env, SessionError } from '#kernel';
import { verifyPassword } from './passwords.js';
import { type PasswordSource, SignInThrottle } from './sign-in.throttle.js';
import { StaffRepository, type Credentials } from './staff.repository.js';

/** What everybody knows must open nothing where real money is. */
const DEMO_PASSWORD = 'shuke-demo';

/** Judges passwords; wrong ones are counted and slowed down wherever they are typed. */
@Injectable()
export class StaffPasswords {
  constructor(
    private readonly db: Db,
    private readonly env: Env,
    private readonly throttle: SignInThrottle,
    private readonly staff: StaffRepository,
  ) {}

  /** Whose password this is; undefined for nobody's. Errors: session.too_many_attempts. */
  find(login: string, source: PasswordSource, password: string): Promise<Credentials | undefined> {
    return this.throttle.guard(login, source, async () => {
      const found = await this.staff.credentials(this.db, login);
      return (await this.isRight(found, password)) ? found : undefined;
    });
  }

  /** That somebody signed in is really there. Errors: session.wrong_password, session.too_many_attempts. */
  async assertOwn(actor: Actor, address: string, password: string): Promise<void> {
    const { staffId, sessionId } = actor;
    const person = await this.staff.person(this.db, { staffId });
    // Guesses of others, signed in nowhere, are no business of this session.
    const source = { address, device: `session ${sessionId}` };
    if (!person || !(await this.find(person.login, source, password)))
      throw SessionError.wrongPassword();
  }

  private async isRight(found: Credentials | undefined, password: string): Promise<boolean> {
    const right = await verifyPassword(found?.passwordHash, password);
    const known = this.env.nodeEnv === 'production' && !this.env.demo && password === DEMO_PASSWORD;
    return right && !known;
  }
}
