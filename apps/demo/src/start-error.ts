/** Something the person can put right; printed without a stack, in Chinese and in English. */
export class StartError extends Error {
  constructor(
    readonly chinese: string,
    readonly english: string,
  ) {
    super(`${chinese}\n${english}`);
    this.name = 'StartError';
  }
}
