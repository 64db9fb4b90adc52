import { CsvTable } from './csv-table.js';
import type { TableSpec, TableWriter } from './table-writer.js';
import { XlsxTable } from './xlsx-table.js';

export function openTable(spec: TableSpec): TableWriter {
  return spec.format === 'csv' ? new CsvTable(spec) : new XlsxTable(spec);
}
