import { addDays } from '#kernel';
import { STORE_WEIGHTS } from './organisation.data.js';
import type { SeededRandom } from './random.js';

export const DEMO_DAYS = 90;
const SALES_PER_DAY = 222;
const TOP_UPS_PER_DAY = 30;
/** Saturdays and Sundays are busier. */
const WEEKDAY = [1.25, 0.85, 0.85, 0.9, 0.95, 1.1, 1.35] as const;

export interface DemoEvent {
  at: Date;
  storeId: number;
  kind: 'sale' | 'top_up';
}

/** When things happen, in order: more at noon and after work, and nothing after `now`. */
export function demoEvents(random: SeededRandom, first: string, now: Date): DemoEvent[] {
  const events: DemoEvent[] = [];
  for (let day = 0; day <= DEMO_DAYS; day += 1) {
    const date = addDays(first, day);
    const factor = WEEKDAY[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 1;
    const add = (kind: DemoEvent['kind'], perDay: number) => {
      for (
        let count = Math.round(perDay * factor * (0.9 + random.next() * 0.2));
        count > 0;
        count -= 1
      ) {
        const hour = random.weighted([
          [9.5, 6],
          [11, 12],
          [12, 16],
          [13.5, 10],
          [15, 11],
          [16.5, 10],
          [18, 16],
          [19.5, 13],
          [20.5, 6],
        ]);
        const at = new Date(
          Date.parse(`${date}T00:00:00+08:00`) +
            Math.floor((hour + random.next() * 1.5) * 3_600_000),
        );
        if (at < now) events.push({ at, storeId: random.weighted(STORE_WEIGHTS), kind });
      }
    };
    add('sale', SALES_PER_DAY);
    add('top_up', TOP_UPS_PER_DAY);
  }
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}
