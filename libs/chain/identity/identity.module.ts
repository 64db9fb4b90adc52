import { Global, Module } from '@nestjs/common';
import { SessionResolver } from '#kernel';
import { SettingsModule } from '#chain/settings';
import { StoresModule } from '#chain/stores';
import { TendersModule } from '#chain/tenders';
import { KnownDevices } from './known-devices.service.js';
import { PublicInfoController } from './public-info.controller.js';
import { ScreenFacts } from './screen-facts.js';
import { SessionCache } from './session.cache.js';
import { CookieSessionResolver } from './session.resolver.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in.throttle.js';
import { StaffDirectory } from './staff-directory.service.js';
import { StaffPasswords } from './staff-passwords.service.js';
import { StaffController } from './staff.controller.js';
import { StaffRepository } from './staff.repository.js';

// Owns staff, roles and sessions, and tells the kernel's guard who is asking. Global, because every route needs that.
@Global()
@Module({
  imports: [SettingsModule, StoresModule, TendersModule],
  controllers: [SessionsController, StaffController, PublicInfoController],
  providers: [
    CookieSessionResolver,
    { provide: SessionResolver, useExisting: CookieSessionResolver },
    KnownDevices,
    ScreenFacts,
    SessionCache,
    SessionsRepository,
    SessionsService,
    SignInThrottle,
    StaffDirectory,
    StaffPasswords,
    StaffRepository,
  ],
  exports: [SessionResolver, SessionCache, StaffDirectory, StaffPasswords],
})
export class IdentityModule {}
