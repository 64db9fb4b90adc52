import { ApiProperty } from '@nestjs/swagger';

export class BooksCheckView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) durationMs!: number;
  @ApiProperty({ type: 'integer' }) findings!: number;
}

export class BooksFindingView {
  @ApiProperty() check!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() left!: string;
  @ApiProperty() right!: string;
}

export class BooksVerificationView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: String, format: 'date-time' }) startedAt!: Date;
  @ApiProperty({ type: 'integer' }) durationMs!: number;
  /** Nothing when a worker ran it by itself. */
  @ApiProperty({ type: String, nullable: true }) staffName!: string | null;
  @ApiProperty({ type: [BooksCheckView] }) checks!: BooksCheckView[];
  /** Both sides of each, at most 100 of a check. */
  @ApiProperty({ type: [BooksFindingView] }) findings!: BooksFindingView[];
}
