import { ApiProperty } from '@nestjs/swagger';
import { Id, PageQuery, PageView, SortBy, Text, Version } from '#kernel';
import { TEMPLATE_SORTS } from './template-list.query.js';
import { MAX_TEMPLATE } from './template.rules.js';

export class TemplateQuery extends PageQuery {
  @SortBy(TEMPLATE_SORTS) sort?: string;
}

export class TemplateRef {
  @Id() id!: number;
}

export class SaveTemplateInput {
  @Text({ max: 40 }) name!: string;
  @Text({ max: MAX_TEMPLATE }) body!: string;
}

export class EditTemplateInput extends SaveTemplateInput {
  /** The one that was read. */
  @Version() version!: number;
}

export class PreviewTemplateInput {
  @Text({ max: MAX_TEMPLATE }) body!: string;
  /** Left out: the newest member of one's stores. */
  @Id({ optional: true }) memberId?: number;
}

export class TemplateView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: String, format: 'date-time' }) updatedAt!: Date;
  @ApiProperty({ type: 'integer' }) version!: number;
}

export class TemplatePage extends PageView(TemplateView) {}

export class TemplatePreview {
  @ApiProperty({ type: 'integer', nullable: true }) memberId!: number | null;
  @ApiProperty({ type: String, nullable: true }) memberName!: string | null;
  /** As it would go out, signature and opt-out included. */
  @ApiProperty() text!: string;
  /** Characters of all of it. */
  @ApiProperty({ type: 'integer' }) length!: number;
  @ApiProperty({ type: 'integer' }) parts!: number;
  /** What stands in braces and is no variable: it can't be saved so. */
  @ApiProperty({ type: [String] }) unknown!: string[];
}
