import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, Secret, Text } from '#kernel';
import { type AnySettingValue, SettingsOnScreens } from '#chain/settings';
import { StoreView } from '#chain/stores';
import { ScreenTender } from '#chain/tenders';

export class SignInInput {
  @Text({ max: 60 }) login!: string;
  @Secret() password!: string;
}

export class ChooseTillInput {
  @Id() tillId!: number;
  /** Whoever else sits there leaves it. */
  @Flag({ optional: true }) takeOver?: boolean;
}

export class UnlockInput {
  @Secret() password!: string;
}

export class ChangePasswordInput {
  @Secret() currentPassword!: string;
  @Secret() newPassword!: string;
}

export class RoleName {
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
}

export class SessionStaff {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() login!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) homeStoreId!: number;
}

export class SessionTill {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'integer' }) storeId!: number;
  @ApiProperty() storeCode!: string;
  @ApiProperty() storeName!: string;
}

/** Who took this session's till over, and when. */
export class TillTaken {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
}

/** What the screens must know of the settings. */
export class SessionView {
  /** Whose session at which till; sent back as X-Seat with whatever changes something, so that it is this screen's act. */
  @ApiProperty() seat!: string;
  @ApiProperty({ type: SessionStaff }) staff!: SessionStaff;
  @ApiProperty({ type: [RoleName] }) roles!: RoleName[];
  @ApiProperty({ type: [String] }) permissions!: string[];
  @ApiProperty() allStores!: boolean;
  /** The stores this person may work in. */
  @ApiProperty({ type: [StoreView] }) stores!: StoreView[];
  @ApiProperty({ type: SessionTill, nullable: true }) till!: SessionTill | null;
  /** Why it stands at no till any more: somebody else took it over. */
  @ApiProperty({ type: TillTaken, nullable: true }) tillTaken!: TillTaken | null;
  /** The day of the till's store, 'YYYY-MM-DD'. */
  @ApiProperty({ type: String, format: 'date', nullable: true }) businessDate!: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: Date;
  @ApiProperty() locked!: boolean;
  @ApiProperty() demo!: boolean;
  @ApiProperty({ enum: ['CNY'] }) currency!: 'CNY';
  /** What the screens must know of the chain's settings. */
  @SettingsOnScreens() settings!: Record<string, AnySettingValue>;
  /** Every tender of money, in the order of head office. */
  @ApiProperty({ type: [ScreenTender] }) tenders!: ScreenTender[];
}
