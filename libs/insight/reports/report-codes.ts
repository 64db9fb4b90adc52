import { registerWords } from '#kernel/lists';
import { REPORT_TEXT, type ReportText } from './report.locale.js';

const { 'zh-CN': zh, en } = REPORT_TEXT;

// The words of codes that several lists show.
for (const id of Object.keys(zh.codes) as (keyof ReportText['codes'])[])
  registerWords(id, { 'zh-CN': zh.codes[id], en: en.codes[id] });
