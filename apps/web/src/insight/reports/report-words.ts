import { REPORT_TEXT, type ReportText } from '#insight/reports/rules';
import type { ReportRecord, ReportWords } from '#web/web-kit';
import { locale, t, te } from '../../i18n/i18n.js';

/** The reports bring their own words: the same on the screen and in the files. */
export const reportText = (): ReportText => REPORT_TEXT[locale.value];

const LINKS: Record<string, { route: string; idField: string }> = {
  sale: { route: 'sale', idField: 'saleId' },
  member: { route: 'member', idField: 'memberId' },
};

export const reportWords: ReportWords = {
  column: (id) => reportText().columns[id] ?? id,
  filter: (id) => reportText().filters[id] ?? id,
  option: (filter, value) => reportText().options[filter.id]?.[value] ?? tender(value) ?? value,
  value: (column, value) => {
    if (column.type === 'flag') return reportText().flags[value ? 'true' : 'false'] || '—';
    if (column.words === 'lineKind') return t(`lineKinds.${String(value)}`);
    return column.words === 'tender' ? tender(String(value)) : undefined;
  },
  linkTo: (kind, row: ReportRecord) => {
    const link = LINKS[kind];
    const id = link && row[link.idField];
    return link && id ? { name: link.route, params: { id: Number(id) } } : undefined;
  },
};

function tender(code: string): string | undefined {
  return te(`tender.${code}`) ? t(`tender.${code}`) : undefined;
}
