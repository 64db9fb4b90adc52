/** 'purchases': sales and what undoes them; 'value': everything else that moved value or money. */
export const TIMELINE_GROUPS = ['purchases', 'value'] as const;
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number];
