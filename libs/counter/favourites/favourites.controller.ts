import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#kernel';
import { CataloguePermission, DeskProduct } from '#goods/catalogue';
import { FavouritesService } from './favourites.service.js';

const SOURCES = ['marked', 'sold'] as const;

export class FavouritesView {
  /** Marked by head office; where nothing is, what the store sold most. */
  @ApiProperty({ enum: SOURCES }) source!: (typeof SOURCES)[number];
  @ApiProperty({ type: DeskProduct, isArray: true }) products!: DeskProduct[];
}

@ApiTags('desk')
@Controller('desk/favourites')
export class FavouritesController {
  constructor(private readonly favourites: FavouritesService) {}

  /** The goods at hand at this till, as its store sells them; at most 15. Errors: session.no_till. */
  @Get()
  @Requires(CataloguePermission.read)
  @ApiOkResponse({ type: FavouritesView })
  ofTill(@CurrentActor() actor: Actor): Promise<FavouritesView> {
    return this.favourites.ofTill(actor);
  }
}
