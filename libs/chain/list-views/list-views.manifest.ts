import type { Manifest } from '#kernel';
import { ListViewsModule } from './list-views.module.js';
import * as listView from './list-view.entity.js';

export const listViewsManifest: Manifest = { entities: [listView], api: ListViewsModule };
