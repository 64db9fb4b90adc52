import { Module } from '@nestjs/common';
import { registerEntities } from '#kernel';
import { DECLARED_KINDS, registerBookCheck } from '#ledger';
import { BooksController } from './books.controller.js';
import { BooksVerificationEntity } from './books-verification.entity.js';
import { BooksService } from './books.service.js';
import { NightlyVerification } from './nightly-verification.js';

registerEntities(BooksVerificationEntity);
registerBookCheck(DECLARED_KINDS);

// For the API: runs of verify books and what they found. The checks are the ledger's and the capabilities' own.
@Module({ controllers: [BooksController], providers: [BooksService] })
export class BooksModule {}

// For the worker: the nightly run.
@Module({ providers: [BooksService, NightlyVerification], exports: [NightlyVerification] })
export class BooksWorkerModule {}
