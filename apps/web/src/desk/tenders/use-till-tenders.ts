import { computed } from 'vue';
import { useSession } from '../../session/session.store.js';
import { keyedTenders, type MoneyKey, type Offered } from './tender.rules.js';

/** What the till takes, by its keys. */
export function useTillTenders(offered: () => Offered = () => ({})) {
  const session = useSession();
  const keys = computed(() => keyedTenders(session.tenders, offered()));
  return {
    keys,
    of: (key: MoneyKey) => keys.value.find((each) => each.key === key)?.tenders ?? [],
    find: (code: string) => session.tenders.find((tender) => tender.code === code),
  };
}
