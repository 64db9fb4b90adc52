import { ApiProperty } from '@nestjs/swagger';
import { Id, PageQuery, PageView } from '#kernel';
import { RoleName } from './session.dto.js';

export class StaffQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
}

export class StaffView {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() login!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [RoleName] }) roles!: RoleName[];
  @ApiProperty({ type: 'integer' }) homeStoreId!: number;
  @ApiProperty() homeStoreName!: string;
  /** The stores this person is assigned to, among those the asking one may see. */
  @ApiProperty({ type: 'integer', isArray: true }) storeIds!: number[];
  @ApiProperty() active!: boolean;
}

export class StaffPage extends PageView(StaffView) {}

export class RoleView extends RoleName {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: [String] }) permissions!: string[];
  @ApiProperty() allStores!: boolean;
}
