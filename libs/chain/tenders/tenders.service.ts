import {
  AccessError,
  type Actor,
  assertVersion,
  atField,
  Audit,
  Clock,
  Db,
  DomainError,
  type Page,
  type Sql,
  type Tx,
  unknownId,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { tenderList } from './tender-list.report.js';
import type {
  EditTenderInput,
  NewTenderInput,
  ScreenTender,
  TenderInput,
  TenderQuery,
  TenderView,
} from './tender.dto.js';
import { TenderError } from './tender.errors.js';
import { codesOfKinds } from './tender-kind.js';
import {
  CASH,
  RESERVED_TENDERS,
  TENDER_NATURE,
  tenderProblem,
  type TenderTerms,
  type TenderUse,
} from './tender.rules.js';
import { TendersRepository } from './tenders.repository.js';

/** What is asked of a tender; `field` is where the body names it. */
export interface AskedTender {
  code: string;
  use: TenderUse;
  reference?: string | null | undefined;
  field: string;
}

/** How money is taken and given: defined by head office, asked by everything that moves money. */
@Injectable()
export class TendersService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly repository: TendersRepository,
  ) {}

  list({ storeIds }: Actor, query: TenderQuery): Promise<Page<TenderView>> {
    const filters = { q: query.q, tenderState: query.state };
    return this.db.read((snapshot) => tenderList.page(snapshot, filters, { storeIds }, query));
  }

  /** Every tender there is or was, and which are taken at the store. */
  forScreens(storeId: number | null): Promise<ScreenTender[]> {
    return this.repository.forScreens(this.db, storeId);
  }

  /** Errors: those of `refuseTender`. */
  async assertTaken(sql: Sql, storeId: number, asked: AskedTender): Promise<void> {
    const [terms] = await this.repository.terms(sql, [asked.code], storeId);
    refuseTender(terms, asked);
  }

  /** Whether `assertTaken` lets it pass. */
  async isTaken(
    sql: Sql,
    storeId: number,
    { code, use, reference }: Omit<AskedTender, 'field'>,
  ): Promise<boolean> {
    const [terms] = await this.repository.terms(sql, [code], storeId);
    return tenderProblem(terms, use, reference) === undefined;
  }

  /** Errors: tender.code_taken, tender.name_taken, access.store_forbidden. */
  create(actor: Actor, input: NewTenderInput): Promise<TenderView> {
    assertWholeChain(actor);
    return this.db.write(async (tx) => {
      const { code } = input;
      const isReserved = [...codesOfKinds(), ...RESERVED_TENDERS].includes(code);
      await this.checkStores(tx, input);
      const id = isReserved ? undefined : await this.repository.insert(tx, input);
      if (id === undefined) throw atField('code', TenderError.codeTaken({ code }));
      await this.repository.setStores(tx, id, input.storeIds ?? []);
      const made = await this.find(tx, id);
      const after = termsOf(made);
      await this.audit.record(tx, actor, { action: 'tender.create', ...subject(id), after });
      return made;
    });
  }

  /** Errors: tender.not_found, record.changed, tender.used, tender.cash_stays, tender.name_taken, access.store_forbidden. */
  edit(
    actor: Actor,
    id: number,
    { version: given, retired, ...terms }: EditTenderInput,
  ): Promise<TenderView> {
    assertWholeChain(actor);
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw TenderError.notFound();
      const { version, ...now } = before;
      await assertVersion(tx, given, { ...subject(id), version, now });
      const isOther = TENDER_NATURE.some((field) => before[field] !== terms[field]);
      if (isOther && (before.builtIn || (await this.repository.isUsed(tx, before.code))))
        throw TenderError.used();
      if (before.code === CASH && (retired || terms.storeIds)) throw TenderError.cashStays();
      await this.checkStores(tx, terms);
      const isSame = retired === (before.state === 'retired');
      const retiredAt = retired ? this.clock.now() : null;
      await this.repository.update(tx, id, terms, isSame ? undefined : retiredAt);
      await this.repository.setStores(tx, id, terms.storeIds ?? []);
      const after = await this.find(tx, id);
      await this.audit.record(tx, actor, {
        action: 'tender.edit',
        ...subject(id),
        before: termsOf(before),
        after: termsOf(after),
      });
      return after;
    });
  }

  private async find(tx: Tx, id: number): Promise<TenderView> {
    const found = await this.repository.find(tx, id);
    if (!found) throw TenderError.notFound();
    return found;
  }

  private async checkStores(tx: Tx, { storeIds }: TenderInput): Promise<void> {
    if (storeIds && (await this.repository.unknownStore(tx, storeIds)) !== undefined)
      throw unknownId('storeIds');
  }
}

const subject = (id: number) => ({ subjectKind: 'tender', subjectId: id });

/** A tender is the chain's, whichever stores take it. */
function assertWholeChain(actor: Actor): void {
  if (!actor.allStores) throw AccessError.storeForbidden({ storeId: actor.homeStoreId });
}

function termsOf({ id: _, version: __, builtIn: ___, stores, ...terms }: TenderView): object {
  return { ...terms, storeNames: stores?.map(({ name }) => name) ?? null };
}

/**
 * Refuses a tender at its field. Errors: request.invalid for one that nobody defined, tender.retired, tender.not_here,
 * tender.not_for_this, tender.not_refundable, tender.reference_missing.
 */
export function refuseTender(
  terms: TenderTerms | undefined,
  { code: tender, use, reference, field }: AskedTender,
): void {
  const problem = tenderProblem(terms, use, reference);
  if (problem === undefined) return;
  if (problem === 'unknown') throw unknownId(field);
  if (problem === 'reference_missing') {
    const { code, status, params } = TenderError.referenceMissing({ tender });
    const errors = [{ field: referenceField(field), code: 'field.required' }];
    throw new DomainError(code, status, params, errors);
  }
  throw atField(field, REFUSALS[problem]({ tender }));
}

const REFUSALS = {
  retired: TenderError.retired,
  not_here: TenderError.notHere,
  not_for_this: TenderError.notForThis,
  not_refundable: TenderError.notRefundable,
} as const;

/** Beside the tender: `tenders.0.tender` and `tenders.0.reference`. */
const referenceField = (field: string): string => field.replace(/tender$/, 'reference');
