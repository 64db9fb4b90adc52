import { ApiProperty } from '@nestjs/swagger';
import { DateOnly, Id, OneOf, PageQuery, PageView, SortBy } from '#kernel';
import { MESSAGE_SORTS } from './message-list.query.js';
import { MESSAGE_KINDS } from '#chain/notices';
import { MESSAGE_STATUSES, type MessageStatus } from './message.rules.js';

export class MessageQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  @OneOf(MESSAGE_STATUSES, { optional: true }) status?: MessageStatus;
  @OneOf(MESSAGE_KINDS, { optional: true }) kind?: string;
  @Id({ optional: true }) campaignId?: number;
  /** Days of the chain, both included. */
  @DateOnly({ optional: true }) from?: string;
  @DateOnly({ optional: true }) to?: string;
  @SortBy(MESSAGE_SORTS) sort?: string;
}

export class MemberMessagesRef {
  @Id() id!: number;
}

export class MessageView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeName!: string;
  @ApiProperty({ type: 'integer' }) memberId!: number;
  @ApiProperty() memberName!: string;
  @ApiProperty({ type: String, nullable: true }) phoneMasked!: string | null;
  @ApiProperty({ type: String, enum: MESSAGE_KINDS as string[] }) kind!: string;
  /** Of a campaign's message that waits: the text before the member's own figures are put in. */
  @ApiProperty() body!: string;
  @ApiProperty({ type: 'integer', nullable: true }) campaignId!: number | null;
  @ApiProperty({ type: String, nullable: true }) campaignName!: string | null;
  @ApiProperty({ type: 'integer' }) segments!: number;
  @ApiProperty({ enum: MESSAGE_STATUSES }) status!: MessageStatus;
  /** Why it was suppressed or failed. */
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, nullable: true }) driver!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt!: Date | null;
}

export class MessageTotals {
  @ApiProperty({ type: 'integer' }) segments!: number;
}
export class MessagePage extends PageView(MessageView) {
  @ApiProperty({ type: MessageTotals, required: false }) totals?: MessageTotals;
}
