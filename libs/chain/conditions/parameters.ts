/** The values of a statement: what comes from outside only ever stands here, never in the text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The place of `value` in the text: '$3'. `type` is written by the program. */
  add(value: unknown, type: 'text' | 'bigint' | 'date' | 'int' | 'text[]' | 'bigint[]'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
