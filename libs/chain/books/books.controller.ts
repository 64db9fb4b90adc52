import { Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, Requires, type Actor } from '#kernel';
import { BooksVerificationView } from './books.dto.js';
import { BooksPermission } from './books.permissions.js';
import { BooksService } from './books.service.js';

@ApiTags('books')
@Controller('books/verifications')
export class BooksController {
  constructor(private readonly books: BooksService) {}

  /** Checks the books of the whole chain now; a finding is an answer, not an error. */
  @Post()
  @Requires(BooksPermission.verify)
  @ApiCreatedResponse({ type: BooksVerificationView })
  verify(@CurrentActor() actor: Actor): Promise<BooksVerificationView> {
    return this.books.verify(actor.staffId);
  }

  /** Errors: books.never_verified. */
  @Get('latest')
  @Requires(BooksPermission.verify)
  @ApiOkResponse({ type: BooksVerificationView })
  latest(): Promise<BooksVerificationView> {
    return this.books.latest();
  }
}
