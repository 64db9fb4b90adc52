import { type Actor, Audit, type Sql, type Tx } from '#kernel';
import type { AccountBalance } from '#ledger';
import { Settings } from '#chain/settings';
import { Injectable } from '@nestjs/common';
import { companyFinding, faceValueFinding, type PrepaidLimits } from './limit.rules.js';
import { WalletError } from './wallet.errors.js';

interface Owner {
  memberId: number;
  company: boolean;
  registered: boolean;
}

export interface ValueAdded {
  walletId: number;
  /** Principal, bonus and bonus to come that the act adds to the wallet, less what repaid debt. */
  addedCents: number;
  /** How much of that is bonus. */
  addedBonusCents: number;
  /** The wallet's accounts as they stand after the act. */
  balances: readonly AccountBalance[];
  /** Money that comes in with it, for the limit of companies. */
  purchase?: { amountCents: number; tender: string };
  /** The person at the till read the warning and goes on. */
  acceptLimit?: boolean;
}

/** The limits of prepaid cards: what an act may leave in a wallet. For every act that adds value to one. */
@Injectable()
export class PrepaidLimitsService {
  constructor(
    private readonly settings: Settings,
    private readonly audit: Audit,
  ) {}

  /** The chain's limits now. Read them before the transaction begins. */
  async current(): Promise<PrepaidLimits> {
    return {
      registered: {
        mode: await this.settings.get('limit.registered'),
        cents: await this.settings.get('limit.registered_cents'),
      },
      unregistered: {
        mode: await this.settings.get('limit.unregistered'),
        cents: await this.settings.get('limit.unregistered_cents'),
      },
      company: {
        mode: await this.settings.get('limit.company_transfer'),
        fromCents: await this.settings.get('limit.company_transfer_from_cents'),
      },
    };
  }

  /**
   * Judges a planned act, before it is posted. A warning that was accepted is written down.
   * Errors: wallet.limit_exceeded, wallet.limit_warning, wallet.transfer_required, wallet.transfer_advised.
   */
  async assert(tx: Tx, actor: Actor, limits: PrepaidLimits, act: ValueAdded): Promise<void> {
    const owner = await ownerOf(tx, act.walletId);
    if (act.purchase) {
      const company = companyFinding({ ...act.purchase, company: owner.company }, limits);
      if (company) {
        const { fromCents } = company;
        if (company.mode === 'stop') throw WalletError.transferRequired({ fromCents });
        if (!act.acceptLimit) throw WalletError.transferAdvised({ fromCents });
        await this.accepted(tx, actor, owner.memberId, { fromCents, ...act.purchase });
      }
    }
    const faceBeforeCents = faceValue(act.balances, act.walletId) - act.addedCents;
    const wallet = { registered: owner.registered, faceBeforeCents };
    const finding = faceValueFinding(wallet, act.addedCents, limits);
    if (!finding) return;
    const { mode, ...found } = finding;
    const { memberId } = owner;
    const { addedCents, addedBonusCents } = act;
    const params = { ...found, memberId, faceBeforeCents, addedCents, addedBonusCents };
    if (mode === 'stop') throw WalletError.limitExceeded(params);
    if (!act.acceptLimit) throw WalletError.limitWarning(params);
    await this.accepted(tx, actor, owner.memberId, {
      limitCents: params.limitCents,
      faceValueCents: faceBeforeCents + act.addedCents,
      registered: params.registered,
    });
  }

  private accepted(tx: Tx, actor: Actor, memberId: number, after: object): Promise<void> {
    return this.audit.record(tx, actor, {
      action: 'wallet.accept_limit',
      subjectKind: 'member',
      subjectId: memberId,
      after,
    });
  }
}

/** Principal, bonus and bonus to come of a wallet, in cents. */
export function faceValue(balances: readonly AccountBalance[], walletId: number): number {
  return balances
    .filter(
      ({ kind, ownerId }) => ownerId === walletId && (kind === 'principal' || kind === 'bonus'),
    )
    .reduce((sum, { balance, held }) => sum + balance + held, 0);
}

function ownerOf(sql: Sql, walletId: number): Promise<Owner> {
  return sql.one<Owner>(
    `SELECT m.id AS "memberId", m.kind = 'company' AS company,
            EXISTS (SELECT FROM member_identity i WHERE i.member_id = m.id) AS registered
       FROM wallet w JOIN member m ON m.id = w.member_id WHERE w.id = $1`,
    [walletId],
  );
}
