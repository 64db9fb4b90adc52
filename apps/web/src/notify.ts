// A short message that passes; whatever must be acted upon stands in the page instead.
export function notify(kind: 'success' | 'error', message: string): void {
  ElMessage({ type: kind, message, duration: kind === 'error' ? 6000 : 2500, grouping: true });
}
