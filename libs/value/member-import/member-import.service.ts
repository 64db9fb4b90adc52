import { type ImportStartedView, ImportsService, type ImportView } from '#chain/imports';
import {
  type Actor,
  assertCan,
  assertInScope,
  can,
  type CommandOutcome,
  DomainError,
  inBody,
} from '#kernel';
import { LevelsService } from '#membership/levels';
import { MemberPermission } from '#membership/members';
import { Injectable } from '@nestjs/common';
import { mappingProblems } from './import-fields.rules.js';
import type { CommitImportInput, ImportMappingInput } from './member-import.dto.js';
import type { MemberChoices } from './member-import.types.js';
import { MEMBERS } from './member-import.types.js';

/** An import of members: what its columns mean, and who signs for what it brings. */
@Injectable()
export class MemberImportService {
  constructor(
    private readonly imports: ImportsService,
    private readonly levels: LevelsService,
  ) {}

  /**
   * Says what the columns mean and starts the dry run; may be said again after it.
   * Errors: import.not_found, import.wrong_step, request.invalid (field by field), access.store_forbidden,
   * access.forbidden (a column gives what this person may not give).
   */
  map(actor: Actor, id: number, input: ImportMappingInput): Promise<ImportView> {
    const { columns, levelWords = {}, storeWords = {} } = input;
    const defaultStoreId = input.defaultStoreId ?? null;
    if (defaultStoreId !== null) assertInScope(actor, defaultStoreId, 'defaultStoreId');
    return this.imports.check(actor, { kind: MEMBERS, id }, columns, async (tx, width) => {
      const refusals = mappingProblems(columns, width).map(({ field, code }) => ({
        field: `columns.${field}`,
        code: `import.${code}`,
      }));
      if (columns.store === undefined && defaultStoreId === null)
        refusals.push({ field: 'defaultStoreId', code: 'field.required' });
      if (refusals.length) throw new DomainError('request.invalid', 422, {}, refusals);
      const level = await inBody(
        'defaultLevelId',
        this.levels.forNewMember(tx, input.defaultLevelId ?? undefined),
      );
      const lowest = await this.levels.forNewMember(tx);
      if (level.id !== lowest.id) assertCan(actor, MemberPermission.setLevel);
      const asker = { staffId: actor.staffId, seesPhones: can(actor, MemberPermission.phone) };
      const choices: MemberChoices = {
        levelWords,
        storeWords,
        defaultLevelId: level.id,
        defaultStoreId,
        asker,
      };
      return choices;
    });
  }

  /**
   * Signs the control totals and has the rows taken over.
   * Errors: import.not_found, import.wrong_step, import.totals_differ, import.nothing_to_import.
   */
  commit(
    actor: Actor,
    id: number,
    { totals }: CommitImportInput,
    key: string,
  ): Promise<CommandOutcome<ImportStartedView>> {
    const { rows, principalCents, bonusCents, points, visits } = totals;
    const signed = { rows, principalCents, bonusCents, points, visits };
    return this.imports.commit(actor, { kind: MEMBERS, id }, signed, key);
  }
}
