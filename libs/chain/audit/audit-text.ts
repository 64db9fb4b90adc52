import cardFields from './words/audit-card-fields.locale.js';
import fields from './words/audit-fields.locale.js';
import subjects from './words/audit-subjects.locale.js';
import values from './words/audit-values.locale.js';
import own from './words/audit.locale.js';

const of = (locale: 'zh-CN' | 'en') => ({
  audit: {
    ...own[locale].audit,
    ...subjects[locale].audit,
    ...values[locale].audit,
    fields: { ...fields[locale].audit.fields, ...cardFields[locale].audit.fields },
  },
});

/** Every word of the audit log: for the screen and for the file. */
export const AUDIT_TEXT = { 'zh-CN': of('zh-CN'), en: of('en') };
