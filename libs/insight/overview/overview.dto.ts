import { ApiProperty } from '@nestjs/swagger';
import { DateOnly, IdList } from '#kernel';

export class OverviewQuery {
  @DateOnly() from!: string;
  @DateOnly() to!: string;
  @IdList({ optional: true }) storeIds?: number[];
}

const Cents = () => ApiProperty({ type: 'integer', description: 'cents' });
const Count = () => ApiProperty({ type: 'integer' });

export class OverviewFigures {
  /** Money taken in: tenders of sales, top-ups and cards, less what was given back. Stored value is no money here. */
  @Cents() receivedCents!: number;
  /** Sales at what was due, whatever paid them. */
  @Cents() consumptionCents!: number;
  /** What members of these stores still have, at the end of the period. */
  @Cents() principalLiabilityCents!: number;
  @Cents() bonusLiabilityCents!: number;
  @Count() newMembers!: number;
  /** Members who bought something. */
  @Count() activeMembers!: number;
}

export class OverviewDay {
  @ApiProperty({ format: 'date' }) date!: string;
  @Cents() consumptionCents!: number;
  @Cents() receivedCents!: number;
}

export class LastVerification {
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty() clean!: boolean;
}

/** Somebody's approval PIN was used at two stores within half an hour. */
export class PinAtTwoStores {
  @ApiProperty() staffName!: string;
  @ApiProperty() storeName!: string;
  @ApiProperty() otherStoreName!: string;
  @Count() minutes!: number;
  /** How often in the last seven days; the others are of the last time. */
  @Count() times!: number;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
}

export class OverviewView extends OverviewFigures {
  /** The same number of days just before. */
  @ApiProperty({ type: OverviewFigures }) previous!: OverviewFigures;
  @ApiProperty({ type: [OverviewDay] }) days!: OverviewDay[];
  @Count() birthdaysToday!: number;
  /** Goods with few or none left at a store. */
  @Count() lowStock!: number;
  @ApiProperty({ type: LastVerification, nullable: true })
  lastVerification!: LastVerification | null;
  /** Of the last seven days, for head office only. */
  @ApiProperty({ type: [PinAtTwoStores] }) pinsAtTwoStores!: PinAtTwoStores[];
}
