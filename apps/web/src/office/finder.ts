import type { RouteLocationRaw } from 'vue-router';

/** One thing that Ctrl+K found. */
export interface Found {
  /** Unique among those of its finder. */
  id: string;
  title: string;
  hint?: string;
  to: RouteLocationRaw;
}

/** What Ctrl+K finds beside pages; a capability declares one in `<name>.finder.ts` of its folder. */
export interface Finder {
  id: string;
  order: number;
  /** Key of its words. */
  label: string;
  permission: string;
  /** Whether it is worth asking for this text. */
  when: (text: string) => boolean;
  find: (text: string) => Promise<Found[]>;
}

export const finders: readonly Finder[] = Object.values(
  import.meta.glob<{ finder: Finder }>(
    '../{chain,membership,goods,value,counter,contact,insight}/*/*.finder.ts',
    { eager: true },
  ),
)
  .map(({ finder }) => finder)
  .sort((a, b) => a.order - b.order);
