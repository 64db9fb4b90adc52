import { computed, defineAsyncComponent, ref } from 'vue';
import { useSession } from '../../session/session.store.js';
import type { DeskMode } from './desk-mode.js';

export const SALE = 'sale';

const declared = Object.values(
  import.meta.glob<{ mode: DeskMode }>(
    '../../{chain,membership,goods,value,counter,contact,insight}/*/*.desk-mode.ts',
    { eager: true },
  ),
)
  .map(({ mode }) => mode)
  .sort((one, other) => one.order - other.order);
const components = new Map(
  declared.map(({ id, component }) => [id, defineAsyncComponent(component)]),
);

/** The modes that whoever is signed in may use, and which one is on screen. */
export function useDeskModes() {
  const session = useSession();
  const current = ref(SALE);
  const offered = computed(() =>
    declared.filter(({ permission }) => !permission || session.can(permission)),
  );
  return {
    current,
    modes: computed(() => [
      { id: SALE, label: 'desk.modes.sale', chord: 'Alt+KeyA' },
      ...offered.value,
    ]),
    selling: computed(() => current.value === SALE),
    component: computed(() => components.get(current.value)),
  };
}
export type DeskModes = ReturnType<typeof useDeskModes>;
