import { DateOnly, Id, OneOf, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_CHANNELS, type ContactChannel } from './member.rules.js';

export class ContactRef {
  @Id() id!: number;
  @Id() contactId!: number;
}

export class ContactInput {
  @OneOf(CONTACT_CHANNELS) channel!: ContactChannel;
  @Text({ max: 1000 }) body!: string;
  /** The day to come back to it. */
  @DateOnly({ optional: true }) followUpOn?: string | null;
}

export class ContactView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ enum: CONTACT_CHANNELS }) channel!: ContactChannel;
  @ApiProperty() body!: string;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) followUpOn!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) followedUpAt!: Date | null;
  @ApiProperty({ type: 'string', nullable: true }) followedUpByName!: string | null;
}
