import type { Sql } from '../database/sql.js';

/** A piece of SQL with its values. Pieces nest; values never become text. */
export class SqlText {
  constructor(
    private readonly strings: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  /** The statement with $1, $2 … and its values. */
  toStatement(): { text: string; params: unknown[] } {
    const params: unknown[] = [];
    return { text: this.write(params), params };
  }

  /** @internal */
  write(params: unknown[]): string {
    return this.strings.reduce((text, piece, index) => {
      const value = this.values[index - 1];
      return (
        text + (value instanceof SqlText ? value.write(params) : `$${params.push(value)}`) + piece
      );
    });
  }
}

export function sql(strings: TemplateStringsArray, ...values: unknown[]): SqlText {
  return new SqlText(strings, values);
}

/** A piece that is known when the statement is written, not before: what a capability above declares. */
class LaterText extends SqlText {
  constructor(private readonly give: () => SqlText) {
    super([], []);
  }

  override write(params: unknown[]): string {
    return this.give().write(params);
  }
}

export const later = (give: () => SqlText): SqlText => new LaterText(give);

export const nothing = sql``;

/** The rows of a statement. */
export function run<Row>(on: Sql, statement: SqlText): Promise<Row[]> {
  const { text, params } = statement.toStatement();
  return on.query<Row>(text, params);
}

/** The one row of a statement. */
export function runOne<Row>(on: Sql, statement: SqlText): Promise<Row> {
  const { text, params } = statement.toStatement();
  return on.one<Row>(text, params);
}

/** The row of a statement, if there is one. */
export function runMaybe<Row>(on: Sql, statement: SqlText): Promise<Row | undefined> {
  const { text, params } = statement.toStatement();
  return on.maybe<Row>(text, params);
}

/** A column of a report, quoted. Only names from a report's own definition come here. */
export function columnName(name: string): SqlText {
  if (!/^[A-Za-z]\w*$/.test(name)) throw new Error(`not a column: ${name}`);
  return new SqlText([`"${name}"`], []);
}

export function joined(pieces: readonly SqlText[], separator: string): SqlText {
  if (!pieces.length) return nothing;
  return new SqlText(['', ...pieces.slice(1).map(() => separator), ''], pieces);
}
