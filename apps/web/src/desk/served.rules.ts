export interface Served {
  id: number;
  name: string | null;
  nickname: string | null;
  phoneMasked: string | null;
  levelName: string;
  homeStoreName: string;
  photo: string | null;
}

/** As many as may stand at one counter. */
const MOST = 4;

/** Whoever is served now comes first; each stands once. */
export function withServed(lately: readonly Served[], now: Served): Served[] {
  return [now, ...lately.filter(({ id }) => id !== now.id)].slice(0, MOST);
}
