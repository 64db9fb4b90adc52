import type { ComputedRef } from 'vue';

/** What waits for a person: a line under the bell of the office, declared in `<name>.bell.ts` of a capability's folder. */
export interface BellLine {
  id: string;
  order: number;
  /** Key of its words. */
  label: string;
  permission: string;
  /** Name of the page where it is done. */
  route: string;
  /** How many; 0 is nothing. Called once, in the setup of the bell. */
  useCount: () => ComputedRef<number>;
}

export const bellLines: readonly BellLine[] = Object.values(
  import.meta.glob<{ bell: BellLine }>(
    '../{chain,membership,goods,value,counter,contact,insight}/*/*.bell.ts',
    { eager: true },
  ),
)
  .map(({ bell }) => bell)
  .sort((a, b) => a.order - b.order);
