import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Reached without a session. */
    public?: boolean;
    /** Needed to enter; without it the page says so. */
    permission?: string;
    /** Key of the document title. */
    title?: string;
    /** The sidebar line that a detail page belongs to. */
    nav?: string;
  }
}
