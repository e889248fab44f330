/**
 * The page without a connection: a service worker keeps every file of one release. A newer one waits until the
 * person takes it, and what they are working on is written first.
 * @param {import('./app.js').App} app
 */
export async function goOffline(app) {
  if (!navigator.serviceWorker || !document.querySelector('meta[name=version]')) return;
  // Looked for anew at each visit; a page that stays open all day asks again when one comes back to it.
  const registration = await navigator.serviceWorker.register('sw.js').catch(() => undefined);
  if (!registration) return;
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return;
    app.notice('update', app.words().update, app.words().updateNow, async () => {
      await app.workspace.keeper.flush();
      waiting.postMessage('take over');
    });
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
  offer();
  showVersion(app);
  const controlled = Boolean(navigator.serviceWorker.controller);
  let reloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!controlled || reloading) return;
    reloading = true;
    app.workspace.keeper.flush().finally(() => location.reload());
  });
}

/** The version of the files this page was made of, which the worker that served them knows. @param {import('./app.js').App} app */
function showVersion(app) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => (app.version = data);
  navigator.serviceWorker.controller?.postMessage('version', [port2]);
}
