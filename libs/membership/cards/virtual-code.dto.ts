import { ApiProperty } from '@nestjs/swagger';

/** What the member's phone shows now. */
export class VirtualCodeView {
  @ApiProperty() code!: string;
  /** It was read at a till: the next one comes with the next minute. */
  @ApiProperty() used!: boolean;
  @ApiProperty({ type: 'string', format: 'date-time' }) validUntil!: Date;
  @ApiProperty({ type: 'integer' }) seconds!: number;
}
