import fields from './words/audit-fields.locale.js';
import values from './words/audit-values.locale.js';
import own from './words/audit.locale.js';

const of = (locale: 'zh-CN' | 'en') => ({
  audit: { ...own[locale].audit, ...fields[locale].audit, ...values[locale].audit },
});

/** Every word of the audit log: for the screen and for the file. */
export const AUDIT_TEXT = { 'zh-CN': of('zh-CN'), en: of('en') };
