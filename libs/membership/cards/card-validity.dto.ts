import { DateOnly, Id, Text } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';

export class ExtendCardInput {
  /** The new last day; null: without end. */
  @DateOnly({ optional: true }) expiresOn?: string | null;
  @Text({ max: 200 }) reason!: string;
}

export class ExtendedCardView {
  @ApiProperty() cardNo!: string;
  @ApiProperty({ type: 'string', format: 'date', nullable: true }) expiresOn!: string | null;
}

/** Every card in use whose last day lies in a window, at one store or at all that one may see. */
export class ExtendManyInput {
  @DateOnly() from!: string;
  @DateOnly() to!: string;
  @Id({ optional: true }) storeId?: number | null;
  /** The last day they get. */
  @DateOnly() expiresOn!: string;
  @Text({ max: 200 }) reason!: string;
}

export class ExtendedManyView {
  @ApiProperty({ type: 'integer' }) cards!: number;
}
