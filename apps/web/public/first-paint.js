// Runs before the first paint, so that a dark or English screen never flashes light or Chinese.
(function () {
  var read = function (name) {
    try {
      return localStorage.getItem(name);
    } catch (_) {
      return null;
    }
  };
  var theme = read('shuke.theme');
  var dark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
  var locale = read('shuke.locale') || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en');
  document.documentElement.lang = locale;
})();
