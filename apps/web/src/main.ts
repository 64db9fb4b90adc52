import '@fontsource-variable/inter/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/element-plus.css';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { provideWebKit } from '#web/web-kit';
import { errorMessage, fieldErrorMessage } from './api/error-message.js';
import { queryClient } from './api/query-client.js';
import App from './App.vue';
import { attempts } from './attempts/attempts.js';
import { i18n, loadWords } from './i18n/i18n.js';
import { listExports, listStore } from './lists/list-server.js';
import { notify } from './notify.js';
import { router } from './router.js';
import { useSession } from './session/session.store.js';
import { followTheme } from './theme/theme.js';

const app = createApp(App);
app.use(createPinia());
app.use(i18n);
app.use(VueQueryPlugin, { queryClient });
provideWebKit(app, {
  can: (permission) => useSession().can(permission),
  errorMessage,
  fieldErrorMessage,
  attempts,
  notify,
  lists: listStore,
  exports: listExports,
});
followTheme();
await loadWords();
app.use(router);
app.mount('#app');
void import('./theme/cjk-fallback.js');
