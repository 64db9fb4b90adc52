import { type Actor, CurrentActor, Db, Id, Requires, tillOf, inBody } from '#kernel';
import { MemberPermission, MembersService } from '#membership/members';
import { Body, Controller, Delete, HttpCode, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';

export class OpenSaleInput {
  @Id() memberId!: number;
}

export class OpenSaleView {
  @ApiProperty({ type: 'integer' }) memberId!: number;
}

/** Whom a till is serving right now: a record in somebody's cart is not merged away. */
@ApiTags('desk')
@Controller('desk/open-sale')
export class OpenSaleController {
  constructor(
    private readonly db: Db,
    private readonly members: MembersService,
  ) {}

  /** The till's cart has lines and this member. Errors: session.no_till, member.merged, member.erased. */
  @Put()
  @Requires(MemberPermission.read)
  @ApiOkResponse({ type: OpenSaleView })
  open(@Body() { memberId }: OpenSaleInput, @CurrentActor() actor: Actor): Promise<OpenSaleView> {
    const { tillId } = tillOf(actor);
    return this.db.write(async (tx) => {
      await inBody('memberId', this.members.get(tx, memberId));
      await tx.query(
        `INSERT INTO till_open_sale (till_id, member_id) VALUES ($1, $2)
         ON CONFLICT (till_id) DO UPDATE SET member_id = excluded.member_id, since = now()`,
        [tillId, memberId],
      );
      return { memberId };
    });
  }

  /** The cart is paid, put aside or empty. Errors: session.no_till. */
  @Delete()
  @HttpCode(204)
  @Requires(MemberPermission.read)
  async close(@CurrentActor() actor: Actor): Promise<void> {
    const { tillId } = tillOf(actor);
    await this.db.query('DELETE FROM till_open_sale WHERE till_id = $1', [tillId]);
  }
}
