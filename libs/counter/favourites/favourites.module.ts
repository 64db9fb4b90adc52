import { Module } from '@nestjs/common';
import { CatalogueModule } from '#goods/catalogue';
import { FavouritesController } from './favourites.controller.js';
import { FavouritesService } from './favourites.service.js';

// Owns nothing: what head office marks stands with the product, what was sold with the sales.
@Module({
  imports: [CatalogueModule],
  controllers: [FavouritesController],
  providers: [FavouritesService],
})
export class FavouritesModule {}
