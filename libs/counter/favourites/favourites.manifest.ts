import type { Manifest } from '#kernel';
import { FavouritesModule } from './favourites.module.js';

export const favouritesManifest: Manifest = { api: FavouritesModule };
