import { computed } from 'vue';
import { useDeskSettings } from '../desk-settings.js';
import type { DeskTender } from './desk-tender.js';
import type { TenderKey } from './tender.rules.js';

const declared: readonly DeskTender[] = Object.values(
  import.meta.glob<{ tender: DeskTender }>(
    '../../{membership,goods,value,counter}/*/*.desk-tender.ts',
    { eager: true },
  ),
)
  .map(({ tender }) => tender)
  .sort((one, other) => one.order - other.order);

/** The tenders of value that the chain has. */
export function useValueTenders() {
  const settings = useDeskSettings();
  const offered = computed(() => declared.filter((tender) => tender.offered(settings.value)));
  return {
    offered,
    find: (code: string): DeskTender | undefined => declared.find((tender) => tender.code === code),
    of: (key: TenderKey): DeskTender | undefined =>
      offered.value.find(({ command }) => command === key),
  };
}
