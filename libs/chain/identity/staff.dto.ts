import { ApiProperty } from '@nestjs/swagger';
import { Flag, Id, PageQuery, PageView, SortBy } from '#kernel';
import { STAFF_SORTS } from './staff-list.query.js';
import { RoleName } from './session.dto.js';

export class StaffQuery extends PageQuery {
  @Id({ optional: true }) storeId?: number;
  @Id({ optional: true }) roleId?: number;
  @Flag({ optional: true }) active?: boolean;
  @SortBy(STAFF_SORTS) sort?: string;
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
