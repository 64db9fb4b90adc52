import type { RouteLocationRaw } from 'vue-router';
import type { ExportFormat } from './ExportButton.vue';
import type { JobView } from './job.types.js';
import type { ListParams } from './list.types.js';

/** A column that is shown, and how wide (pixels); without a width it takes what its content needs. */
export interface ColumnLayout {
  id: string;
  width?: number | null;
}

/** What a view keeps of a list. */
export interface ViewContent {
  name: string;
  /** For everybody. */
  shared: boolean;
  filters: Record<string, string>;
  columns: ColumnLayout[];
  sort: string;
}

export interface SavedView extends ViewContent {
  id: number;
  /** Whether this person may change it. */
  mine: boolean;
  version: number;
}

export interface ListState {
  /** The person's own columns; null where they never touched them. */
  columns: ColumnLayout[] | null;
  views: SavedView[];
  canShare: boolean;
}

/** The server behind how people look at lists. */
export interface ListStore {
  state(list: string): Promise<ListState>;
  saveLayout(list: string, columns: ColumnLayout[]): Promise<void>;
  resetLayout(list: string): Promise<void>;
  createView(list: string, view: ViewContent): Promise<SavedView>;
  changeView(id: number, view: ViewContent, version: number): Promise<SavedView>;
  removeView(id: number): Promise<void>;
}

/** The server behind files made of lists. */
export interface ListExports {
  /** The right to take a list away as a file. */
  permission: string;
  start(
    list: string,
    format: ExportFormat,
    params: ListParams,
    columns: string[],
  ): Promise<JobView>;
  state(id: number): Promise<JobView>;
  cancel(id: number): Promise<void>;
  fileUrl(id: number): string;
  center: RouteLocationRaw;
}
