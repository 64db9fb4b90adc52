import {
  type Actor,
  AccessError,
  addRecord,
  assertInScope,
  assertVersion,
  atField,
  Audit,
  Clock,
  type CommandOutcome,
  Commands,
  dateIn,
  Db,
  type Page,
  type Sql,
  type Tx,
  unknownId,
} from '#kernel';
import { declaredGrants, giftsOf, grantKind, onceOf } from '#chain/grants';
import { Injectable } from '@nestjs/common';
import { ruleColumnsOf } from './given.rules.js';
import { ruleList } from './rule-list.report.js';
import { overlapsOf, ruleProblem } from './rule-overlap.rules.js';
import type {
  EditRuleInput,
  EndRuleInput,
  RuleQuery,
  RuleSavedView,
  TopUpRuleInput,
  TopUpRuleView,
} from './top-up-rule.dto.js';
import { TopUpRule } from './wallet.entity.js';
import { TopUpRulesRepository, type RuleRow, type StoredRule } from './top-up-rules.repository.js';
import { TopUpRuleError } from './wallet.errors.js';

/** Dates of rules are days of the chain; its stores are in one country. */
const CHAIN_TIMEZONE = 'Asia/Shanghai';

/** What head office gives for money paid in. A rule is never changed: a new version takes its place. */
@Injectable()
export class TopUpRulesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly audit: Audit,
    private readonly repository: TopUpRulesRepository,
  ) {}

  /** Errors: access.store_forbidden. */
  async list(actor: Actor, query: RuleQuery): Promise<Page<TopUpRuleView>> {
    if (query.storeId) assertInScope(actor, query.storeId);
    const { q, state, levelId, storeId } = query;
    const filters = {
      q,
      ruleState: state,
      level: levelId ? [levelId] : null,
      store: storeId ? [storeId] : null,
    };
    const scope = { storeIds: actor.storeIds, today: this.today() };
    return this.db.read(async (sql) => {
      const page = await ruleList.page<RuleRow>(sql, filters, scope, query);
      return { ...page, rows: await this.withOverlaps(sql, page.rows) };
    });
  }

  /** A rule as it was and is, the newest version first. Errors: top_up_rule.not_found. */
  async versions(actor: Actor, id: number): Promise<TopUpRuleView[]> {
    return this.db.read(async (sql) => {
      const rows = await this.repository.versions(sql, id, actor.storeIds, this.today());
      if (!rows.length) throw TopUpRuleError.notFound();
      return rows.map((row) => ({ ...row, overlaps: [] }));
    });
  }

  /** Errors: top_up_rule.empty, top_up_rule.too_generous, top_up_rule.gives_too_much, top_up_rule.ends_before_it_starts, access.store_forbidden. */
  create(actor: Actor, input: TopUpRuleInput, key: string): Promise<CommandOutcome<RuleSavedView>> {
    const call = { key, name: 'top_up_rule.create', actor, request: input };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        await this.check(tx, actor, input);
        return this.save(tx, actor, null, { ...input, active: true });
      }),
    );
  }

  /** Makes a new version; top-ups that were made keep theirs. Errors: as create; top_up_rule.not_found, record.changed. */
  edit(
    actor: Actor,
    id: number,
    input: EditRuleInput,
    key: string,
  ): Promise<CommandOutcome<RuleSavedView>> {
    const call = { key, name: 'top_up_rule.edit', actor, request: { id, ...input } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const before = await this.lock(tx, actor, id, input.version);
        await this.check(tx, actor, input);
        return this.save(tx, actor, before, { ...input, active: true });
      }),
    );
  }

  /** Ends it after a day, or at once. Errors: top_up_rule.not_found, record.changed, top_up_rule.ends_before_it_starts. */
  end(
    actor: Actor,
    id: number,
    { lastDay, version }: EndRuleInput,
    key: string,
  ): Promise<CommandOutcome<RuleSavedView>> {
    const call = { key, name: 'top_up_rule.end', actor, request: { id, lastDay, version } };
    return this.db.write((tx) =>
      this.commands.once(tx, call, async () => {
        const before = await this.lock(tx, actor, id, version);
        if (lastDay && lastDay < before.startsOn) throw TopUpRuleError.endsBeforeItStarts();
        const endsOn = lastDay ?? before.endsOn;
        return this.save(tx, actor, before, { ...before, endsOn, active: Boolean(lastDay) });
      }),
    );
  }

  // Whichever version is named, the one that counts is meant.
  private async lock(tx: Tx, actor: Actor, id: number, given: number): Promise<StoredRule> {
    const rule = await this.repository.lock(tx, id);
    if (!rule) throw TopUpRuleError.notFound();
    assertMayWrite(actor, rule.storeId);
    const subject = { subjectKind: 'top_up_rule', subjectId: rule.rootId };
    await assertVersion(tx, given, { ...subject, version: rule.version, now: termsOf(rule) });
    return rule;
  }

  private async check(tx: Tx, actor: Actor, input: TopUpRuleInput): Promise<void> {
    const givesNothing = giftsOf(input.gives, 1).length === 0;
    const problem = ruleProblem({ ...input, givesNothing });
    if (problem === 'empty') throw TopUpRuleError.empty();
    assertGives(input);
    if (problem) throw TopUpRuleError.endsBeforeItStarts();
    assertMayWrite(actor, input.storeId ?? null);
    for (const field of ['levelId', 'grantsLevelId'] as const) {
      const levelId = input[field];
      if (levelId && !(await this.repository.levelExists(tx, levelId))) throw unknownId(field);
    }
  }

  private async save(
    tx: Tx,
    actor: Actor,
    before: StoredRule | null,
    rule: TopUpRuleInput & { active: boolean },
  ): Promise<RuleSavedView> {
    const at = this.clock.now();
    if (before) await tx.manager.update(TopUpRule, before.id, { replacedAt: at });
    const version = (before?.version ?? 0) + 1;
    const rootId = before?.rootId ?? null;
    const { gives, ...terms } = termsOf(rule);
    const { others, ...given } = ruleColumnsOf(gives);
    const made = { rootId, version, madeBy: actor.staffId, madeAt: at };
    const row = { ...terms, ...given, gives: others, ...made };
    const { id } = await addRecord(tx, TopUpRule, row);
    await this.audit.record(tx, actor, {
      action: `top_up_rule.${before ? (rule.active ? 'edit' : 'end') : 'create'}`,
      subjectKind: 'top_up_rule',
      subjectId: rootId ?? id,
      ...(before ? { before: factsOf(before) } : {}),
      after: factsOf(rule),
      ...(rule.storeId ? { storeId: rule.storeId } : {}),
    });
    const all = await this.repository.current(tx);
    const saved = all.find((candidate) => candidate.id === id);
    return { id, version, overlaps: saved ? overlapsOf(saved, all) : [] };
  }

  private async withOverlaps(sql: Sql, rows: readonly RuleRow[]): Promise<TopUpRuleView[]> {
    // What has ended meets nobody any more.
    const today = this.today();
    const live = (await this.repository.current(sql)).filter(
      (rule) => rule.endsOn === null || rule.endsOn >= today,
    );
    return rows.map((row) => {
      const rule = live.find(({ id }) => id === row.id);
      return { ...row, overlaps: rule ? overlapsOf(rule, live) : [] };
    });
  }

  private today(): string {
    return dateIn(this.clock.now(), CHAIN_TIMEZONE);
  }
}

/** A rule for all stores is head office's. */
function assertMayWrite(actor: Actor, storeId: number | null): void {
  if (storeId !== null) assertInScope(actor, storeId);
  else if (!actor.allStores) throw AccessError.storeForbidden({ storeId: actor.homeStoreId });
}

/** No more than anybody gives on purpose. */
function assertGives({ gives, payCents }: TopUpRuleInput): void {
  for (const [at, terms] of gives.entries()) {
    const { figure, mostFor, storedValue } = grantKind(terms.kind);
    const most = mostFor(payCents);
    if (onceOf(terms) <= most) continue;
    const problem = storedValue
      ? TopUpRuleError.tooGenerous({ maxCents: most })
      : TopUpRuleError.givesTooMuch({ most });
    throw atField(`gives.${at}.${figure}`, problem);
  }
}

/** As the audit log shows it: what is given by name, also where it is nothing now. */
function factsOf(rule: TopUpRuleInput & { active: boolean }): object {
  const { gives, ...terms } = termsOf(rule);
  const nothing = Object.fromEntries(declaredGrants().map(({ figure }) => [figure, 0]));
  return gives.reduce<object>((facts, { kind: _, ...fields }) => ({ ...facts, ...fields }), {
    ...terms,
    ...nothing,
  });
}

function termsOf(rule: TopUpRuleInput & { active: boolean }) {
  const { name, levelId, storeId, startsOn, endsOn, payCents, perMultiple, gives } = rule;
  const { grantsLevelId, active } = rule;
  const terms = { name, levelId, storeId, startsOn, endsOn, payCents, perMultiple };
  return { ...terms, gives, grantsLevelId, active };
}
