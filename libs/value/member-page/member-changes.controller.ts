import { CARD_STATUSES, type CardStatus } from '#membership/cards';
import { Db, Requires, type Sql } from '#kernel';
import {
  MemberPermission,
  MemberRef,
  MembersRepository,
  MembersService,
} from '#membership/members';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

export class MemberChangeRow {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ type: 'string', format: 'date-time' }) at!: Date;
  /** 'member.edit' */
  @ApiProperty() action!: string;
  /** The card, where a card changed. */
  @ApiProperty({ type: 'string', nullable: true }) cardNo!: string | null;
  /** What the card is now. */
  @ApiProperty({ enum: CARD_STATUSES, nullable: true }) cardStatus!: CardStatus | null;
  @ApiProperty({ type: 'string', nullable: true }) staffName!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) storeName!: string | null;
  @ApiProperty({ type: Object, nullable: true }) before!: object | null;
  @ApiProperty({ type: Object, nullable: true }) after!: object | null;
  @ApiProperty({ type: 'string', nullable: true }) reason!: string | null;
}

const SHOWN = 200;

/** What was changed of a member, of those merged into it, of their cards and wallets. */
@ApiTags('members')
@Controller('members')
export class MemberChangesController {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
    private readonly repository: MembersRepository,
  ) {}

  /** The newest first; codes of a virtual card that was shown are no changes. Errors: member.not_found, member.erased. */
  @Get(':id/changes')
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: [MemberChangeRow] })
  changes(@Param() { id }: MemberRef): Promise<MemberChangeRow[]> {
    return this.db.read(async (sql: Sql) => {
      const member = await this.members.resolve(sql, id);
      const ids = await this.repository.idsOf(sql, member.id);
      return sql.query<MemberChangeRow>(
        `WITH subjects AS (
           SELECT 'member' AS kind, x.id::text AS id, NULL AS card_no, NULL AS status FROM unnest($1::bigint[]) AS x(id)
           UNION ALL SELECT 'card', c.id::text, c.card_no, c.status FROM card c WHERE c.member_id = ANY ($1::bigint[])
           UNION ALL SELECT 'wallet', w.id::text, NULL, NULL FROM wallet w WHERE w.member_id = ANY ($1::bigint[]))
         SELECT a.id, a.at, a.action, s.card_no AS "cardNo", s.status AS "cardStatus", f.name AS "staffName", o.name AS "storeName", a.before, a.after, a.reason
           FROM subjects s JOIN audit_record a ON a.subject_kind = s.kind AND a.subject_id = s.id
           LEFT JOIN staff f ON f.id = a.staff_id LEFT JOIN store o ON o.id = a.store_id
          WHERE a.action <> 'card.show_code' ORDER BY a.id DESC LIMIT ${SHOWN}`,
        [ids],
      );
    });
  }
}
