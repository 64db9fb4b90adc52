import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Db, Env, PRODUCT_VERSION, Public } from '#kernel';
import { StaffRepository } from './staff.repository.js';

const DEMO_LOGINS = ['cashier', 'manager', 'head'];
const DEMO_PASSWORD = 'shuke-demo';

export class DemoLogin {
  @ApiProperty() login!: string;
  @ApiProperty() password!: string;
  @ApiProperty({ description: 'code of the role' }) role!: string;
}

export class PublicInfo {
  @ApiProperty() name!: string;
  @ApiProperty() demo!: boolean;
  @ApiProperty({ type: [DemoLogin], required: false }) logins?: DemoLogin[];
  @ApiProperty() version!: string;
}

@ApiTags('public')
@Controller('public')
export class PublicInfoController {
  constructor(
    private readonly env: Env,
    private readonly db: Db,
    private readonly staff: StaffRepository,
  ) {}

  /** What the sign-in page shows; the logins of a demo only. */
  @Get('info')
  @Public()
  @ApiOkResponse({ type: PublicInfo })
  async info(): Promise<PublicInfo> {
    const info = { name: '熟客 Shuke', demo: this.env.demo, version: PRODUCT_VERSION };
    if (!this.env.demo) return info;
    const people = await this.staff.named(this.db, DEMO_LOGINS);
    return {
      ...info,
      logins: people.map(({ login, role }) => ({ login, role, password: DEMO_PASSWORD })),
    };
  }
}
