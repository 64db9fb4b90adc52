import {
  type Actor,
  addRecord,
  assertNameFree,
  assertVersion,
  Audit,
  changeRecord,
  Db,
  lockRecord,
  type Tx,
} from '#kernel';
import { Injectable } from '@nestjs/common';
import { MemberError } from './member.errors.js';
import { fieldProblem } from './member-field.rules.js';
import { MemberFieldsRepository } from './member-fields.repository.js';
import { MemberField, MemberTag, Tag } from './member-record.entity.js';
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

  /** Errors: member.field_code_taken, member.field_label_taken, member.field_choices_missing, member.field_choices_doubled. */
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
      const made = await addRecord(tx, MemberField, field);
      await assertLabelFree(tx, made);
      await this.record(tx, actor, 'member_field.add', made.id, undefined, withoutVersion(made));
      return made;
    });
  }

  /** The code and the kind stay: values are kept by them. Errors: request.not_found, record.changed, member.field_label_taken, member.field_choices_missing, member.field_choices_doubled. */
  changeField(actor: Actor, id: number, input: ChangeFieldInput): Promise<MemberFieldView> {
    return this.db.write(async (tx) => {
      const before = await lockRecord(tx, MemberField, { id });
      if (!before) throw MemberError.fieldNotFound();
      await assertStanding(tx, input.version, 'member_field', id, before);
      const { label, options, required, active, position } = input;
      const change = {
        label,
        options: options ?? before.options,
        required: required ?? before.required,
        active: active ?? before.active,
        position: position ?? before.position,
      };
      assertSound({ kind: before.kind, ...change });
      const changed = await changeRecord(tx, MemberField, id, change);
      await assertLabelFree(tx, changed, before);
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
      const made = await addRecord(tx, Tag, input);
      await assertNameFree(tx, Tag, 'name', { after: made }, MemberError.tagNameTaken);
      await this.record(tx, actor, 'tag.add', made.id, undefined, { ...input });
      return { id: made.id };
    });
  }

  /** Errors: member.tag_not_found, record.changed, member.tag_name_taken. */
  changeTag(
    actor: Actor,
    id: number,
    { version, ...tag }: ChangeTagInput,
  ): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const before = await lockTag(tx, id);
      await assertStanding(tx, version, 'tag', id, before);
      const after = await changeRecord(tx, Tag, id, tag);
      await assertNameFree(tx, Tag, 'name', { before, after }, MemberError.tagNameTaken);
      await this.record(tx, actor, 'tag.change', id, withoutVersion(before), tag);
      return { id };
    });
  }

  /** Takes a tag off everybody. Errors: member.tag_not_found. */
  removeTag(actor: Actor, id: number): Promise<{ id: number }> {
    return this.db.write(async (tx) => {
      const before = await lockTag(tx, id);
      await tx.manager.delete(MemberTag, { tagId: id });
      await tx.manager.delete(Tag, id);
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

// Its audit rows name it by their subject.
async function lockTag(tx: Tx, id: number): Promise<Omit<Tag, 'id'>> {
  const tag = await lockRecord(tx, Tag, { id });
  if (!tag) throw MemberError.tagNotFound();
  const { name, color, version } = tag;
  return { name, color, version };
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

const assertLabelFree = (tx: Tx, after: MemberField, before?: MemberField): Promise<void> =>
  assertNameFree(
    tx,
    MemberField,
    'label',
    before ? { after, before } : { after },
    MemberError.fieldLabelTaken,
  );
