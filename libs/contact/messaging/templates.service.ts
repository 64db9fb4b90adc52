import { Injectable } from '@nestjs/common';
import { assertVersion, Audit, Clock, Db, type Actor, type Page } from '#kernel';
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
import { TemplateError } from './template.errors.js';
import { advertisement, renderTemplate, unknownVariables } from './template.rules.js';
import { templateList } from './template-list.report.js';
import { TemplatesRepository } from './templates.repository.js';

/** Texts with variables, the same for the whole chain. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Db,
    private readonly repository: TemplatesRepository,
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
      const template = await this.repository.insert(tx, actor.staffId, name, body);
      await this.audit.record(tx, actor, {
        action: 'message_template.create',
        subjectKind: 'message_template',
        subjectId: template.id,
        after: { name, body },
      });
      return template;
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
      const before = await this.repository.lock(tx, id);
      if (!before) throw TemplateError.notFound();
      const now = { name: before.name, body: before.body };
      const subject = { subjectKind: 'message_template', subjectId: id };
      await assertVersion(tx, version, { ...subject, version: before.version, now });
      const template = await this.repository.update(tx, id, name, body, this.clock.now());
      await this.audit.record(tx, actor, {
        action: 'message_template.edit',
        ...subject,
        before: now,
        after: { name, body },
      });
      return template;
    });
  }

  /** Campaigns keep the text they were confirmed with. Errors: message_template.not_found. */
  remove(actor: Actor, id: number): Promise<void> {
    return this.db.write(async (tx) => {
      const before = await this.repository.lock(tx, id);
      if (!before) throw TemplateError.notFound();
      await this.repository.archive(tx, id, this.clock.now());
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

/** Errors: message_template.unknown_variable. */
export function assertKnownVariables(body: string): void {
  const unknown = unknownVariables(body);
  if (unknown.length) throw TemplateError.unknownVariable({ names: unknown.join(' ') });
}
