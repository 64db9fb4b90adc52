import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  addRecord,
  assertVersion,
  Audit,
  changeRecord,
  Clock,
  Db,
  lockRecord,
  type Actor,
  type Page,
  type Tx,
} from '#kernel';
import { Settings } from '#chain/settings';
import { RecipientsRepository } from './recipients.repository.js';
import { smsSegments } from './sms.rules.js';
import type {
  EditTemplateInput,
  PreviewTemplateInput,
  SaveTemplateInput,
  TemplatePreview,
  TemplateQuery,
  TemplateView,
} from './template.dto.js';
import { MessageTemplateEntity } from './template.entity.js';
import { TemplateError } from './template.errors.js';
import { advertisement, renderTemplate, unknownVariables } from './template.rules.js';
import { templateList } from './template-list.report.js';

/** Texts with variables, the same for the whole chain. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Db,
    private readonly recipients: RecipientsRepository,
    private readonly settings: Settings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  page({ storeIds }: Actor, query: TemplateQuery): Promise<Page<TemplateView>> {
    return this.db.read((snapshot) => templateList.page(snapshot, query, { storeIds }, query));
  }

  /** Errors: message_template.unknown_variable, message_template.name_taken. */
  create(actor: Actor, { name, body }: SaveTemplateInput): Promise<TemplateView> {
    assertKnownVariables(body);
    return this.db.write(async (tx) => {
      const template = await addRecord(tx, MessageTemplateEntity, {
        name,
        body,
        createdBy: actor.staffId,
      });
      await this.audit.record(tx, actor, {
        action: 'message_template.create',
        subjectKind: 'message_template',
        subjectId: template.id,
        after: { name, body },
      });
      return toView(template);
    });
  }

  /** Errors: message_template.not_found, record.changed, unknown_variable, name_taken. */
  edit(
    actor: Actor,
    id: number,
    { name, body, version }: EditTemplateInput,
  ): Promise<TemplateView> {
    assertKnownVariables(body);
    return this.db.write(async (tx) => {
      const before = await lock(tx, id);
      const now = { name: before.name, body: before.body };
      const subject = { subjectKind: 'message_template', subjectId: id };
      await assertVersion(tx, version, { ...subject, version: before.version, now });
      const template = await changeRecord(tx, MessageTemplateEntity, id, {
        name,
        body,
        updatedAt: this.clock.now(),
      });
      await this.audit.record(tx, actor, {
        action: 'message_template.edit',
        ...subject,
        before: now,
        after: { name, body },
      });
      return toView(template);
    });
  }

  /** Campaigns keep the text they were confirmed with. Errors: message_template.not_found. */
  remove(actor: Actor, id: number): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await lock(tx, id);
      await tx.manager.update(MessageTemplateEntity, id, { archivedAt: this.clock.now() });
      await this.audit.record(tx, actor, {
        action: 'message_template.delete',
        subjectKind: 'message_template',
        subjectId: id,
        before: { name: before.name, body: before.body },
      });
    });
  }

  /** A text as one member would get it, with the parts it takes. Errors: message_template.member_not_found. */
  async preview(actor: Actor, { body, memberId }: PreviewTemplateInput): Promise<TemplatePreview> {
    const member = memberId
      ? (await this.recipients.of(this.db, [memberId])).get(memberId)
      : await this.recipients.newest(this.db, actor.storeIds);
    if (memberId && !member) throw TemplateError.memberNotFound();
    const text = advertisement(
      await this.settings.get('sms.signature'),
      member ? renderTemplate(body, member) : body,
      await this.settings.get('sms.opt_out_text'),
    );
    return {
      memberId: member?.memberId ?? null,
      memberName: member?.name ?? null,
      text,
      length: text.length,
      parts: smsSegments(text),
      unknown: unknownVariables(body),
    };
  }
}

async function lock(tx: Tx, id: number): Promise<MessageTemplateEntity> {
  const template = await lockRecord(tx, MessageTemplateEntity, { id, archivedAt: IsNull() });
  if (!template) throw TemplateError.notFound();
  return template;
}

const toView = ({ id, name, body, updatedAt, version }: MessageTemplateEntity): TemplateView => ({
  id,
  name,
  body,
  updatedAt,
  version,
});

/** Errors: message_template.unknown_variable. */
export function assertKnownVariables(body: string): void {
  const unknown = unknownVariables(body);
  if (unknown.length) throw TemplateError.unknownVariable({ names: unknown.join(' ') });
}
