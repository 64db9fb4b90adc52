import { Id, Version } from '#kernel';
import { ApiProperty } from '@nestjs/swagger';

/** Who of the staff this member is; null: nobody. */
export class MarkStaffInput {
  @Id({ optional: true }) staffId?: number | null;
  @Version() version!: number;
}

export class StaffMarkView {
  @ApiProperty({ type: 'integer', nullable: true }) staffId!: number | null;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  /** Of the member's record. */
  @ApiProperty({ type: 'integer' }) version!: number;
}
