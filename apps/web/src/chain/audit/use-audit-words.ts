import { type AuditChange, auditChanges } from '#chain/audit/rules';
import { formatMoney, formatNumber, formatQuantity, formatRate } from '#web/web-kit';
import { useI18n } from 'vue-i18n';
import { formatDateTime } from '../../format/format.js';
import { wordOf } from '../../i18n/i18n.js';
import { useSession } from '../../session/session.store.js';
import { useLevels } from '../../membership/levels/levels.queries.js';

interface Recorded {
  before: object | null;
  after: object | null;
  subjectId: string;
}

/** What was recorded, in the words of the audit log: wherever a record is shown. */
export function useAuditWords() {
  const { t, te } = useI18n();
  const session = useSession();
  const levels = useLevels();
  const nameOf = (field: string, id: number): string | undefined => {
    const list = /level/i.test(field) ? levels.data.value : session.stores;
    return /(level|store)Id$/i.test(field) ? list?.find((each) => each.id === id)?.name : undefined;
  };
  return {
    /** What the code writes has words (a test walks it); what an older release wrote may have none. */
    action: (code: string): string => wordOf('audit.actions', code, 'audit.other'),
    subject: (code: string): string => wordOf('audit.subjects', code, 'audit.other'),
    changes: (row: Recorded): AuditChange[] =>
      auditChanges(row, {
        ...{ t, te, nameOf, money: formatMoney, quantity: formatQuantity, rate: formatRate },
        ...{ number: formatNumber, instant: formatDateTime },
      }),
  };
}
