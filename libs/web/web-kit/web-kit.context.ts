import type { Attempts } from './attempts/attempts.js';
import type { ListExports, ListStore } from './list-store.js';
import { inject, type App, type Directive, type InjectionKey } from 'vue';

/** What the application tells the kit once: who may what, and how errors are put into words. */
export interface WebKitContext {
  can(permission: string): boolean;
  errorMessage(error: unknown): string;
  fieldErrorMessage(code: string, params?: Record<string, unknown>, field?: string): string;
  /** The commands of this browser whose fate is not known yet. */
  attempts: Attempts;
  notify(kind: 'success' | 'error', message: string): void;
  /** Saved views and columns; without it lists keep their columns in this browser. */
  lists?: ListStore;
  /** Files made of lists. */
  exports?: ListExports;
}

const KEY: InjectionKey<WebKitContext> = Symbol('web-kit');

export function provideWebKit(app: App, context: WebKitContext): void {
  app.provide(KEY, context);
  const vPermission: Directive<HTMLElement, string> = {
    mounted: (element, { value }) => {
      if (!context.can(value)) element.remove();
    },
  };
  app.directive('permission', vPermission);
}

export function useWebKit(): WebKitContext {
  const context = inject(KEY);
  if (!context) throw new Error('provideWebKit() was not called');
  return context;
}
