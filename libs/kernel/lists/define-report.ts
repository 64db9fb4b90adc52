import type { ColumnSpec } from './columns.js';
import type { FilterSpec, FilterValues } from './filters.js';
import type { Sorts } from './sorts.js';
import type { SqlText } from './sql-text.js';

export interface ReportScope {
  /** The stores whose rows may appear: what the person may see, cut to what they asked for. */
  storeIds: readonly number[];
  /** The chain's date: what expired yesterday is no balance any more. */
  today: string;
  /** Of a person of the whole chain who asked for no store: also what belongs to none. */
  chain?: boolean;
  /** Who asks: what is one's own is seen by its owner. */
  staffId?: number;
  /** Where the person sits: what a row shows of one store is of this one. */
  tillStoreId?: number | null;
}

type Filters = Record<string, FilterSpec<unknown>>;
type Columns = Record<string, ColumnSpec>;

/** How a list is sorted (see define-list.ts): all one way, ties as well, so that an index serves it. */
export interface ListOrder {
  sorts: Sorts;
  tie?: string | undefined;
}

export interface ReportSpec<F extends Filters, C extends Columns> {
  id: string;
  group: 'sales' | 'members';
  permission: string;
  /** The rows of a list that has a page of its own: it is exported from there and stands in no index of reports. */
  ofList?: true;
  filters: F;
  columns: C;
  /** Named columns or 'id', '-' before one that goes down; the row's id breaks ties the same way as the first. */
  orderBy: readonly [string, ...string[]];
  list?: ListOrder;
  /** A flag of the row: where it is true the row is shown and counts in no total. */
  totalsUnless?: keyof C & string;
  /** Rows with an `id`, every column by its name, and what links and time zones need. Must use `scope.storeIds`. */
  query(filters: FilterValues<F>, scope: ReportScope): SqlText;
  detail?: {
    columns: Columns;
    /** What a row opens to. Must use `scope.storeIds`. */
    query(rowId: number, scope: ReportScope): SqlText;
  };
}

/** A report whose filter types are known only to its own file. */
export type Report = Omit<ReportSpec<Filters, Columns>, 'query'> & {
  query(filters: Readonly<Record<string, unknown>>, scope: ReportScope): SqlText;
};

/** A report as data: one file says what it is, the engine does the rest. Titles: report.locale.ts, by id. */
export function defineReport<const F extends Filters, const C extends Columns>(
  spec: ReportSpec<F, C>,
): Report {
  return spec as unknown as Report;
}
