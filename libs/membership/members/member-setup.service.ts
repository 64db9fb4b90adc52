import { type Actor, assertVersion, Audit, Db, type Tx } from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberError } from './member.errors.js';
import { fieldProblem } from './member-field.rules.js';
import { MemberFieldsRepository } from './member-fields.repository.js';
import type {
  ChangeFieldInput,
  ChangeTagInput,
  MemberFieldView,
  NewFieldInput,
  TagInput,
  TagRow,
} from './member-setup.dto.js';

/** What head office decides about the record: tags and custom fields. */
@Injectable()
export class MemberSetupService {
  constructor(
    private readonly db: Db,
    private readonly repository: MemberFieldsRepository,
    private readonly audit: Audit,
  ) {}

  fields(): Promise<MemberFieldView[]> {
    return this.repository.all(this.db);
  }

  /** Errors: member.field_code_taken, member.field_choices_missing, member.field_choices_doubled. */
  addField(actor: Actor, input: NewFieldInput): Promise<MemberFieldView> {
    const { code, label, kind } = input;
    const field = {
      code,
      label,
      kind,
      // Left out, or null.
      options: input.options ?? [],
      required: input.required ?? false,
      active: input.active ?? true,
      position: input.position ?? 0,
    };
    assertSound(field);
    return this.db.write(async (tx) => {
      const made = await this.repository.insert(tx, field);
      await this.record(tx, actor, 'member_field.add', made.id, undefined, withoutVersion(made));
      return made;
    });
  }

  /** The code and the kind stay: values are kept by them. Errors: request.not_found, record.changed, member.field_choices_missing, member.field_choices_doubled. */
  changeField(actor: Actor, id: number, input: ChangeFieldInput): Promise<MemberFieldView> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw MemberError.fieldNotFound();
      await assertStanding(tx, input.version, 'member_field', id, before);
      const { label, options, required, active, position } = input;
      const after = {
        ...before,
        label,
        options: options ?? before.options,
        required: required ?? before.required,
        active: active ?? before.active,
        position: position ?? before.position,
      };
      assertSound(after);
      const changed = await this.repository.update(tx, after);
      await this.record(
        tx,
        actor,
        'member_field.change',
        id,
        withoutVersion(before),
        withoutVersion(changed),
      );
      return changed;
    });
  }

  tags(): Promise<TagRow[]> {
    return this.repository.tags(this.db);
  }

  /** Errors: member.tag_name_taken. */
  addTag(actor: Actor, input: TagInput): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const made = await this.repository.insertTag(tx, input);
      await this.record(tx, actor, 'tag.add', made.id, undefined, { ...input });
      return made;
    });
  }

  /** Errors: member.tag_not_found, record.changed, member.tag_name_taken. */
  changeTag(
    actor: Actor,
    id: number,
    { version, ...tag }: ChangeTagInput,
  ): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lockTag(tx, id);
      if (!before) throw MemberError.tagNotFound();
      await assertStanding(tx, version, 'tag', id, before);
      await this.repository.updateTag(tx, id, tag);
      await this.record(tx, actor, 'tag.change', id, withoutVersion(before), tag);
      return { id };
    });
  }

  /** Takes a tag off everybody. Errors: member.tag_not_found. */
  removeTag(actor: Actor, id: number): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lockTag(tx, id);
      if (!before) throw MemberError.tagNotFound();
      await this.repository.removeTag(tx, id);
      await this.record(tx, actor, 'tag.remove', id, withoutVersion(before), undefined);
      return { id };
    });
  }

  private record(
    tx: Tx,
    actor: Actor,
    action: string,
    subjectId: number,
    before: object | undefined,
    after: object | undefined,
  ): Promise<void> {
    const subjectKind = action.split('.')[0] ?? '';
    return this.audit.record(tx, actor, { action, subjectKind, subjectId, before, after });
  }
}

function assertStanding(
  tx: Tx,
  given: number,
  subjectKind: string,
  subjectId: number,
  before: { version: number },
): Promise<void> {
  const { version } = before;
  return assertVersion(tx, given, { subjectKind, subjectId, version, now: withoutVersion(before) });
}

function withoutVersion<T extends { version: number }>({ version: _, ...rest }: T) {
  return rest;
}

function assertSound(field: Pick<MemberFieldView, 'kind' | 'options'>): void {
  const problem = fieldProblem(field);
  if (problem === 'choices_missing') throw MemberError.fieldChoicesMissing();
  if (problem === 'choices_doubled') throw MemberError.fieldChoicesDoubled();
}
