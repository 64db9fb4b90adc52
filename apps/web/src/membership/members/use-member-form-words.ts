import { useI18n } from 'vue-i18n';
import type { Birthday } from '../../api/types.js';

/** How the values of a member's form are said where they stand beside somebody else's. */
export function useMemberFormWords(tags: () => readonly { id: number; name: string }[]) {
  const { t } = useI18n();

  function birthdayText(value: unknown): string {
    const birthday = value as Birthday | null;
    if (!birthday) return '';
    const day = [birthday.year, birthday.month, birthday.day].filter(Boolean).join('-');
    return birthday.calendar === 'lunar' ? t('members.lunar', { text: day }) : day;
  }

  function text(field: string, value: unknown): string | undefined {
    if (field === 'birthday') return birthdayText(value);
    if (field === 'kind') return t(`memberRecord.kinds.${value as string}`);
    if (field === 'gender') return t(`members.genders.${value as string}`);
    if (field === 'birthdayPreference')
      return value ? t(`memberRecord.leapPreferences.${value as string}`) : '';
    if (field === 'referrerId') return value ? t('kit.changed.other') : '';
    if (field !== 'tagIds') return undefined;
    const ids = value as number[];
    return ids.map((id) => tags().find((tag) => tag.id === id)?.name ?? '').join(' · ');
  }

  const labels = (): Record<string, string> => ({
    phoneMasked: t('members.phone'),
    birthday: t('members.birthday'),
    'consents.sms_service': t('memberRecord.channels.sms_service'),
    'consents.sms_marketing': t('memberRecord.channels.sms_marketing'),
    'consents.phone_marketing': t('memberRecord.channels.phone_marketing'),
    'consents.wechat_marketing': t('memberRecord.channels.wechat_marketing'),
    'consents.email_marketing': t('memberRecord.channels.email_marketing'),
  });

  return { labels, text };
}
