import { usePreferredDark, useStorage } from '@vueuse/core';
import { computed, watchEffect } from 'vue';

export type ThemeChoice = 'light' | 'dark' | 'system';

const choice = useStorage<ThemeChoice>('shuke.theme', 'system');
const systemDark = usePreferredDark();

/** Whether the screen is dark right now; charts redraw when it changes. */
export const isDark = computed(
  () => choice.value === 'dark' || (choice.value !== 'light' && systemDark.value),
);

/** The person's choice; writing it changes the screen at once and is remembered in this browser. */
export const themeChoice = choice;

export function followTheme(): void {
  watchEffect(() => document.documentElement.classList.toggle('dark', isDark.value));
}
