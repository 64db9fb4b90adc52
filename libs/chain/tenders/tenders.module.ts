import { Module } from '@nestjs/common';
import { TendersController } from './tenders.controller.js';
import { TendersRepository } from './tenders.repository.js';
import { TendersService } from './tenders.service.js';

// Owns tenders: how money is taken and given, and where. What was paid by them stands on the papers of others.
@Module({
  controllers: [TendersController],
  providers: [TendersService, TendersRepository],
  exports: [TendersService],
})
export class TendersModule {}
