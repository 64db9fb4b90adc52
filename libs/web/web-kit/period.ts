import dayjs from 'dayjs';

export const PERIOD_PRESETS = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

export interface Period {
  from: string;
  to: string;
}

const DAY = 'YYYY-MM-DD';

/** Both ends belong to the period. Weeks begin on Monday. */
export function periodOf(preset: PeriodPreset, today: string): Period {
  const day = dayjs(today);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday': {
      const yesterday = day.subtract(1, 'day').format(DAY);
      return { from: yesterday, to: yesterday };
    }
    case 'week':
      return { from: day.subtract((day.day() + 6) % 7, 'day').format(DAY), to: today };
    case 'month':
      return { from: day.startOf('month').format(DAY), to: today };
    case 'lastMonth': {
      const last = day.startOf('month').subtract(1, 'day');
      return { from: last.startOf('month').format(DAY), to: last.format(DAY) };
    }
  }
}

/** The period of the same length right before. */
export function periodBefore({ from, to }: Period): Period {
  const days = dayjs(to).diff(dayjs(from), 'day') + 1;
  return {
    from: dayjs(from).subtract(days, 'day').format(DAY),
    to: dayjs(from).subtract(1, 'day').format(DAY),
  };
}
